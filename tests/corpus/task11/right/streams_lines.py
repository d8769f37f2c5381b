# verdict: passed
# why: Line by line, in capitals; a line that is too long ends that client.
import asyncio


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        async for line in reader:
            writer.write(line.upper())
            await writer.drain()
    except (ConnectionError, ValueError) as problem:
        print("client is lost:", problem)
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 7001, limit=1 << 17)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())

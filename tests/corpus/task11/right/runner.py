# verdict: passed
# why: asyncio.Runner, localhost by name, decoding with an incremental decoder.
import asyncio
import codecs


async def chat(reader, writer):
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    try:
        while True:
            data = await reader.read(100)
            writer.write(decoder.decode(data, not data).encode())
            await writer.drain()
            if not data:
                break
    except ConnectionError:
        pass
    writer.close()


async def main():
    await asyncio.start_server(chat, "localhost", 8898)
    while True:
        await asyncio.sleep(3600)


with asyncio.Runner() as runner:
    runner.run(main())

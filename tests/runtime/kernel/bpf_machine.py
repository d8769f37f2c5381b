"""An interpreter of the classic BPF that our filter uses: to check a filter for any machine."""

from __future__ import annotations

import struct

LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06


def run_filter(program: bytes, number: int, arch: int, arguments: tuple[int, ...] = ()) -> int:
    """What the kernel would be told for this system call. Refuses what the kernel would refuse."""
    instructions = list(struct.iter_unpack("=HBBI", program))
    assert len(instructions) <= 4096, "longer than the kernel takes"
    filled = (*arguments, *[0] * 6)[:6]
    data = struct.pack("<IIQ6Q", number & 0xFFFFFFFF, arch, 0, *filled)
    accumulator, position = 0, 0
    while True:
        code, if_true, if_false, value = instructions[position]
        position += 1
        if code == LOAD:
            (accumulator,) = struct.unpack_from("<I", data, value)
        elif code == JUMP_EQUAL:
            position += if_true if accumulator == value else if_false
        elif code == JUMP_AT_LEAST:
            position += if_true if accumulator >= value else if_false
        elif code == JUMP_ANY_BIT:
            position += if_true if accumulator & value else if_false
        elif code == RETURN:
            return int(value)
        else:
            raise AssertionError(f"unknown instruction {code:#x}")

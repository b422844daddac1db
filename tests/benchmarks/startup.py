# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: startup.py PROGRAM [arguments]

Prints the milliseconds from starting the program until its first window has painted, on a black X
display without other windows."""
import ctypes
import subprocess
import sys
import time

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XGetImage.restype = ctypes.c_void_p
x11.XGetPixel.restype = ctypes.c_ulong
display = ctypes.c_void_p(x11.XOpenDisplay(None))
root = ctypes.c_ulong(x11.XDefaultRootWindow(display))

ALL_PLANES = ctypes.c_ulong(0xFFFFFFFF)
ZPIXMAP = 2


def is_painted():
    """Several points of the display's left half are no longer the black of the empty root."""
    lit = 0
    for x, y in ((300, 200), (300, 400), (200, 600)):
        image = ctypes.c_void_p(x11.XGetImage(display, root, x, y, 1, 1, ALL_PLANES, ZPIXMAP))
        lit += (x11.XGetPixel(image, 0, 0) & 0xFFFFFF) != 0
        x11.XDestroyImage(image)
    return lit == 3


if is_painted():
    sys.exit("the display is not empty")
begin = time.monotonic()
program = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    while not is_painted():
        if program.poll() is not None or time.monotonic() - begin > 30:
            sys.exit("no window was painted")
        time.sleep(0.002)
    print(f"{(time.monotonic() - begin) * 1000:.0f}")
finally:
    program.terminate()
    program.wait()

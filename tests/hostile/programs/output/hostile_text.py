"""Prints control characters, colours, bidi marks, bad UTF-8, surrogates and HTML."""
# task 5 · failed · *
import os
import sys

sys.stdout.reconfigure(errors="surrogatepass")
print("\x1b[31mred\x1b]0;title\x07 \x00 \x08 \x7f \u202e\u2066 bidi \ufeff \U000e0041")
print("</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)>")
print("\ud800 alone \udfff")
os.write(1, b"\xff\xfe\x80 bad bytes\n")
raise ValueError("\x1b[2J</script>\u202e\ud800")

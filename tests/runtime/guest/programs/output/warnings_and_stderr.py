"""warnings and traceback.print_exc go to standard error."""
import sys
import traceback
import warnings

warnings.warn("careful")
try:
    raise ValueError("caught")
except ValueError:
    traceback.print_exc()
sys.stderr.write("plain error\n")

"""sys.exit in the main thread waits for the others and gives the status."""
import sys
import threading

gate = threading.Event()
threading.Thread(target=lambda: (gate.wait(), print("work done"))).start()
gate.set()
sys.exit(3)

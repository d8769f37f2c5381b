"""The student's side: look-alikes that announce each operation and wait for their go-ahead."""

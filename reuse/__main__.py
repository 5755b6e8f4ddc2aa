"""`python -m reuse` does what the command `speech-reuse` does, through the same door."""

from speech_reuse_entry import main

if __name__ == "__main__":
    main()

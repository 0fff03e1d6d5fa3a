"""The version of the program, which its cache and its reports name."""

VERSION = "0.1.0"

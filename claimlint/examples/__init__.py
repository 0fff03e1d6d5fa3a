"""The examples that knowledge files carry -> whether they hold."""

"""A form as JSON or plain data, from text to Submission: no file is touched here, so a program may read its own forms."""

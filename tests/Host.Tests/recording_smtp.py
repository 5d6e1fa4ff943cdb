"""A mail server (aiosmtpd) that writes down what it takes, before it says so: Message-ID and recipient, a line each.

Usage: recording_smtp.py FILE [CERTIFICATE KEY USER PASSWORD]; prints its port. With a certificate it takes nothing before STARTTLS and AUTH.
"""
import asyncio
import logging
import os
import re
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

logging.disable(logging.WARNING)  # it warns of itself at each log-in

MESSAGE_ID = re.compile(rb"^Message-Id: <([^>]*)>", re.I | re.M)


class Recording:
    def __init__(self, file):
        self.file = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    async def handle_DATA(self, server, session, envelope):
        message = MESSAGE_ID.search(envelope.content).group(1).decode()
        for recipient in envelope.rcpt_tos:
            os.write(self.file, f"{message}\t{recipient}\n".encode())
        return "250 2.0.0 taken"


def secured(certificate, key, user, password):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def knows(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (user.encode(), password.encode()))

    return {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": knows}


async def main():
    handler = Recording(sys.argv[1])
    options = secured(*sys.argv[2:]) if len(sys.argv) > 2 else {}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="recording.example", loop=loop, **options), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())

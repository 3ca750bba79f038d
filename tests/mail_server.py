#!/usr/bin/python3
"""A mail server for tests, of Debian's python3-aiosmtpd. How it behaves is told by the recipient's name before any '-':

  refused      550, always                 busy       450 the first time, then taken
  cutbefore    the line drops at RCPT the first time
  cutafter     taken, but the line drops before the answer, the first time
  cutalways    the same every time         slow       answers DATA after an age
  spam         554 after DATA              dawdling   taken after 0.4 seconds
  anything else is taken

Prints its port, then one line of JSON for every mail that it took: recipients, Message-Id, subject and names of attachments;
and, with "auth", one for every try to sign in: whether the line was encrypted.
Arguments: certificate.pem, which makes it demand STARTTLS; "ssl" to speak TLS from the first byte; "auth" to demand the password "secret".
"""
import asyncio
import collections
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

seen = collections.Counter()


def manner(address):
    return address.split("@")[0].split("-")[0]


def tell(**what):
    print(json.dumps(what), flush=True)


def sign_in(server, session, envelope, mechanism, data):
    tell(signIn=session.ssl is not None or "ssl" in sys.argv)
    return AuthResult(success=getattr(data, "password", None) == b"secret", handled=False)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        seen[address] += 1
        kind = manner(address)
        if kind == "refused":
            return "550 5.1.1 no such user <%s>" % address
        if kind == "busy" and seen[address] == 1:
            return "450 4.2.0 try later <%s>" % address
        if kind == "cutbefore" and seen[address] == 1:
            server.transport.abort()
            return "421 gone"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        kind = manner(address)
        if kind == "slow":
            await asyncio.sleep(600)
        if kind == "dawdling":
            await asyncio.sleep(0.4)
        if kind == "spam":
            return "554 5.7.1 no thanks <%s>" % address
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        tell(to=envelope.rcpt_tos, id=message["Message-Id"], subject=message["Subject"], text=message.get_body().get_content(),
             files=[part.get_filename() for part in message.iter_attachments()])
        if kind == "cutalways" or kind == "cutafter" and seen[address] == 1:
            server.transport.abort()
        return "250 taken"

    async def handle_exception(self, error):
        return "421 gone"


async def serve():
    context = None
    if len(sys.argv) > 1:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1])
    wrapped, auth = "ssl" in sys.argv, "auth" in sys.argv
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(
            Handler(), hostname="localhost", loop=loop, tls_context=None if wrapped else context, require_starttls=context is not None and not wrapped,
            authenticator=sign_in if auth else None, auth_required=auth, auth_require_tls=not wrapped),
        "127.0.0.1", 0, ssl=context if wrapped else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    # Goes with whoever started it.
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()
    import os
    os._exit(0)


asyncio.run(serve())

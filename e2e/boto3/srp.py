"""The client's half of Cognito's SRP sign-in (SRP-6a, RFC 2945 and 5054), from the standard library alone.

It shares nothing with the server's arithmetic: the group's prime is computed from its definition in RFC 3526.
"""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime, timezone

GENERATOR = 2


def group_prime():
    """2^3072 - 2^3008 - 1 + 2^64 * (floor(2^2942 * pi) + 1690314), RFC 3526 section 5."""
    guard = 64
    unit = 1 << (2942 + guard)

    def arctan_of_inverse(x):
        term = unit // x
        total, n, sign = term, 3, -1
        while term:
            term //= x * x
            total += sign * (term // n)
            n, sign = n + 2, -sign
        return total

    pi = 4 * (4 * arctan_of_inverse(5) - arctan_of_inverse(239))
    return 2**3072 - 2**3008 - 1 + 2**64 * ((pi >> guard) + 1690314)


PRIME = group_prime()


def signed_bytes(number):
    """Big-endian, with a zero byte in front where the first bit would read as a sign."""
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def number_from_hash(*parts):
    return int.from_bytes(hashlib.sha256(b"".join(parts)).digest(), "big")


def hkdf_16(key_material, salt):
    """HKDF (RFC 5869), its first block, cut to 16 bytes."""
    extracted = hmac.digest(salt, key_material, "sha256")
    return hmac.digest(extracted, b"Caldera Derived Key\x01", "sha256")[:16]


def timestamp():
    now = datetime.now(timezone.utc)
    return f"{now:%a %b} {now.day} {now:%H:%M:%S} UTC {now.year}"


class SrpClient:
    def __init__(self, pool_id, password):
        self.pool_name = pool_id.split("_", 1)[1]
        self.password = password
        self.private = secrets.randbits(1024)
        self.public = pow(GENERATOR, self.private, PRIME)

    def srp_a(self):
        return f"{self.public:x}"

    def answer(self, challenge):
        """PASSWORD_CLAIM_* for the PASSWORD_VERIFIER challenge's parameters."""
        moment = timestamp()
        user = challenge["USER_ID_FOR_SRP"]
        block = base64.b64decode(challenge["SECRET_BLOCK"])
        key = self.session_key(user, int(challenge["SALT"], 16), int(challenge["SRP_B"], 16))
        message = (self.pool_name + user).encode() + block + moment.encode()
        return {
            "USERNAME": user,
            "PASSWORD_CLAIM_SECRET_BLOCK": challenge["SECRET_BLOCK"],
            "PASSWORD_CLAIM_SIGNATURE": base64.b64encode(hmac.digest(key, message, "sha256")).decode(),
            "TIMESTAMP": moment,
        }

    def session_key(self, user, salt, server_public):
        assert server_public % PRIME != 0, "the server's public value must not be zero"
        identity = hashlib.sha256(f"{self.pool_name}{user}:{self.password}".encode()).digest()
        x = number_from_hash(signed_bytes(salt), identity)
        k = number_from_hash(signed_bytes(PRIME), signed_bytes(GENERATOR))
        u = number_from_hash(signed_bytes(self.public), signed_bytes(server_public))
        base = (server_public - k * pow(GENERATOR, x, PRIME)) % PRIME
        shared = pow(base, self.private + u * x, PRIME)
        return hkdf_16(signed_bytes(shared), signed_bytes(u))

"""A person's way through a client with a secret: signs up, signs in with SRP, refreshes and signs out."""

import base64
import hmac
import json

import boto3
from refused import refused
from srp import SrpClient

PASSWORD = "Correct-Horse-1"
cognito = boto3.client("cognito-idp")
pool_id = cognito.create_user_pool(PoolName="boto3", AutoVerifiedAttributes=["email"])["UserPool"]["Id"]
client = cognito.create_user_pool_client(
    UserPoolId=pool_id,
    ClientName="backend",
    GenerateSecret=True,
    ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
)["UserPoolClient"]
client_id = client["ClientId"]


def secret_hash(username):
    digest = hmac.digest(client["ClientSecret"].encode(), (username + client_id).encode(), "sha256")
    return base64.b64encode(digest).decode()


def sign_in(username, password):
    srp = SrpClient(pool_id, password)
    challenge = cognito.initiate_auth(
        ClientId=client_id,
        AuthFlow="USER_SRP_AUTH",
        AuthParameters={"USERNAME": username, "SRP_A": srp.srp_a(), "SECRET_HASH": secret_hash(username)},
    )
    assert challenge["ChallengeName"] == "PASSWORD_VERIFIER", challenge
    responses = srp.answer(challenge["ChallengeParameters"])
    return cognito.respond_to_auth_challenge(
        ClientId=client_id,
        ChallengeName="PASSWORD_VERIFIER",
        ChallengeResponses={**responses, "SECRET_HASH": secret_hash(responses["USERNAME"])},
    )


def refresh(token, sub):
    return cognito.initiate_auth(
        ClientId=client_id,
        AuthFlow="REFRESH_TOKEN_AUTH",
        AuthParameters={"REFRESH_TOKEN": token, "SECRET_HASH": secret_hash(sub)},
    )["AuthenticationResult"]


def claims_of(token):
    payload = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))


signed_up = {
    "ClientId": client_id,
    "Username": "ada",
    "Password": PASSWORD,
    "UserAttributes": [{"Name": "email", "Value": "ada@example.com"}],
}
refused("NotAuthorizedException", cognito.sign_up, **signed_up)
refused("NotAuthorizedException", cognito.sign_up, **signed_up, SecretHash=secret_hash("eve"))
answer = cognito.sign_up(**signed_up, SecretHash=secret_hash("ada"))
assert answer["UserConfirmed"] is False
assert answer["CodeDeliveryDetails"]["DeliveryMedium"] == "EMAIL"
refused("UserNotConfirmedException", sign_in, username="ada", password=PASSWORD)
cognito.admin_confirm_sign_up(UserPoolId=pool_id, Username="ada")

# Every exchange draws other numbers, and one in a few hundred begins with a zero byte.
for _ in range(3):
    tokens = sign_in("ada", PASSWORD)["AuthenticationResult"]
assert claims_of(tokens["IdToken"])["email"] == "ada@example.com"
assert claims_of(tokens["AccessToken"])["username"] == "ada"
refused("NotAuthorizedException", sign_in, username="ada", password="Wrong-Horse-1")
refused("UserNotFoundException", sign_in, username="nobody", password=PASSWORD)

refreshed = refresh(tokens["RefreshToken"], "ada")
assert "RefreshToken" not in refreshed
user = cognito.get_user(AccessToken=refreshed["AccessToken"])
assert user["Username"] == "ada" and "UserCreateDate" not in user, user
cognito.global_sign_out(AccessToken=tokens["AccessToken"])
refused("NotAuthorizedException", cognito.get_user, AccessToken=refreshed["AccessToken"])
refused("NotAuthorizedException", refresh, token=tokens["RefreshToken"], sub="ada")

revoked = sign_in("ada", PASSWORD)["AuthenticationResult"]
cognito.revoke_token(Token=revoked["RefreshToken"], ClientId=client_id, ClientSecret=client["ClientSecret"])
refused("NotAuthorizedException", refresh, token=revoked["RefreshToken"], sub="ada")

# A temporary password, with SRP.
cognito.admin_create_user(
    UserPoolId=pool_id, Username="grace", TemporaryPassword="Temporary-1", MessageAction="SUPPRESS"
)
asked = sign_in("grace", "Temporary-1")
assert asked["ChallengeName"] == "NEW_PASSWORD_REQUIRED", asked
answer = cognito.respond_to_auth_challenge(
    ClientId=client_id,
    ChallengeName="NEW_PASSWORD_REQUIRED",
    Session=asked["Session"],
    ChallengeResponses={"USERNAME": "grace", "NEW_PASSWORD": PASSWORD, "SECRET_HASH": secret_hash("grace")},
)
assert answer["AuthenticationResult"]["RefreshToken"]
sign_in("grace", PASSWORD)
print("done")

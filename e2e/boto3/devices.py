"""Devices: one is confirmed with a secret of its own, proves itself instead of an authenticator, and is forgotten."""

import base64
import hashlib
import secrets

import boto3
from refused import refused
from srp import GENERATOR, PRIME, SrpClient, number_from_hash, signed_bytes

PASSWORD = "Correct-Horse-1"
cognito = boto3.client("cognito-idp")
pool_id = cognito.create_user_pool(
    PoolName="boto3",
    DeviceConfiguration={"ChallengeRequiredOnNewDevice": True, "DeviceOnlyRememberedOnUserPrompt": False},
)["UserPool"]["Id"]
client_id = cognito.create_user_pool_client(
    UserPoolId=pool_id, ClientName="app", ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
)["UserPoolClient"]["ClientId"]
ada = {"UserPoolId": pool_id, "Username": "ada"}
cognito.admin_create_user(**ada, MessageAction="SUPPRESS")
cognito.admin_set_user_password(**ada, Password=PASSWORD, Permanent=True)


def respond(challenge, answers, session=None):
    carried = {"Session": session} if session else {}
    return cognito.respond_to_auth_challenge(
        ClientId=client_id, ChallengeName=challenge, ChallengeResponses=answers, **carried
    )


def sign_in(device_key=None):
    device = {"DEVICE_KEY": device_key} if device_key else {}
    srp = SrpClient(pool_id, PASSWORD)
    parameters = {"USERNAME": "ada", "SRP_A": srp.srp_a()}
    question = cognito.initiate_auth(ClientId=client_id, AuthFlow="USER_SRP_AUTH", AuthParameters=parameters)
    return respond("PASSWORD_VERIFIER", {**srp.answer(question["ChallengeParameters"]), **device})


def prove(question, device_key, group_key, secret):
    """The device's own SRP: the group key stands for the pool, the device key for the user."""
    srp = SrpClient("_" + group_key, secret)
    answers = {"USERNAME": "ada", "DEVICE_KEY": device_key, "SRP_A": srp.srp_a()}
    challenge = respond("DEVICE_SRP_AUTH", answers, question["Session"])
    proof = srp.answer({**challenge["ChallengeParameters"], "USER_ID_FOR_SRP": device_key})
    return respond(challenge["ChallengeName"], {**proof, "USERNAME": "ada", "DEVICE_KEY": device_key})


def verifier_of(device_key, group_key, secret):
    salt = secrets.randbits(128)
    identity = hashlib.sha256(f"{group_key}{device_key}:{secret}".encode()).digest()
    verifier = pow(GENERATOR, number_from_hash(signed_bytes(salt), identity), PRIME)
    encoded = {"Salt": salt, "PasswordVerifier": verifier}
    return {name: base64.b64encode(signed_bytes(number)).decode() for name, number in encoded.items()}


first = sign_in()["AuthenticationResult"]
key, group = (first["NewDeviceMetadata"][name] for name in ("DeviceKey", "DeviceGroupKey"))
device = {"DeviceKey": key, "DeviceSecretVerifierConfig": verifier_of(key, group, "a secret"), "DeviceName": "laptop"}
answer = cognito.confirm_device(AccessToken=first["AccessToken"], **device)
assert answer["UserConfirmationNecessary"] is False, answer
refused("DeviceKeyExistsException", cognito.confirm_device, AccessToken=first["AccessToken"], **device)

question = sign_in(key)
assert question["ChallengeName"] == "DEVICE_SRP_AUTH", question
tokens = prove(question, key, group, "a secret")["AuthenticationResult"]
assert "NewDeviceMetadata" not in tokens, tokens
refused("NotAuthorizedException", prove, question=sign_in(key), device_key=key, group_key=group, secret="another")
refused("ResourceNotFoundException", sign_in, device_key="us-east-1_00000000-0000-4000-8000-000000000000")


def refresh(**device):
    parameters = {"REFRESH_TOKEN": tokens["RefreshToken"], **device}
    return cognito.initiate_auth(ClientId=client_id, AuthFlow="REFRESH_TOKEN_AUTH", AuthParameters=parameters)


refused("NotAuthorizedException", refresh)
assert refresh(DEVICE_KEY=key)["AuthenticationResult"]["AccessToken"]

[listed] = cognito.admin_list_devices(**ada)["Devices"]
attributes = {each["Name"]: each["Value"] for each in listed["DeviceAttributes"]}
assert attributes["device_name"] == "laptop" and attributes["dev:device_remembered_status"] == "remembered", attributes
assert cognito.get_device(AccessToken=tokens["AccessToken"], DeviceKey=key)["Device"]["DeviceKey"] == key
assert [each["DeviceKey"] for each in cognito.list_devices(AccessToken=tokens["AccessToken"])["Devices"]] == [key]
named = {**ada, "DeviceKey": key}
cognito.admin_update_device_status(**named, DeviceRememberedStatus="not_remembered")
assert "AuthenticationResult" in sign_in(key)
cognito.update_device_status(
    AccessToken=tokens["AccessToken"], DeviceKey=key, DeviceRememberedStatus="remembered"
)
assert sign_in(key)["ChallengeName"] == "DEVICE_SRP_AUTH"
cognito.admin_forget_device(**named)
refused("ResourceNotFoundException", cognito.admin_get_device, **named)
refused("NotAuthorizedException", refresh, DEVICE_KEY=key)
print("done")

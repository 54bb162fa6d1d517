"""Second factors: a pool gets them, a person sets up an authenticator, prefers it, is asked for it and turns it off."""

import base64
import hmac
import struct
import time

import boto3
from refused import refused

PASSWORD = "Correct-Horse-1"
cognito = boto3.client("cognito-idp")
pool_id = cognito.create_user_pool(PoolName="boto3")["UserPool"]["Id"]
client_id = cognito.create_user_pool_client(
    UserPoolId=pool_id,
    ClientName="admin",
    ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
)["UserPoolClient"]["ClientId"]

software_token = {"SoftwareTokenMfaConfiguration": {"Enabled": True}}
cognito.set_user_pool_mfa_config(UserPoolId=pool_id, MfaConfiguration="OPTIONAL", **software_token)
config = cognito.get_user_pool_mfa_config(UserPoolId=pool_id)
del config["ResponseMetadata"]
assert config == {"MfaConfiguration": "OPTIONAL", **software_token}, config
off = {"UserPoolId": pool_id, "MfaConfiguration": "OFF", **software_token}
refused("InvalidParameterException", cognito.set_user_pool_mfa_config, **off)

ada = {"UserPoolId": pool_id, "Username": "ada"}
cognito.admin_create_user(**ada, MessageAction="SUPPRESS")
cognito.admin_set_user_password(**ada, Password=PASSWORD, Permanent=True)


def code(key, steps=0):
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.digest(base64.b32decode(key + "=" * (-len(key) % 8)), counter, "sha1")
    number = struct.unpack_from(">I", digest, digest[-1] % 16)[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def sign_in(username="ada"):
    return cognito.admin_initiate_auth(
        UserPoolId=pool_id,
        ClientId=client_id,
        AuthFlow="ADMIN_USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": username, "PASSWORD": PASSWORD},
    )


def answer(challenge, shown):
    return cognito.admin_respond_to_auth_challenge(
        UserPoolId=pool_id,
        ClientId=client_id,
        ChallengeName=challenge["ChallengeName"],
        Session=challenge["Session"],
        ChallengeResponses={"USERNAME": "ada", "SOFTWARE_TOKEN_MFA_CODE": shown},
    )["AuthenticationResult"]


token = sign_in()["AuthenticationResult"]["AccessToken"]
preference = {"SoftwareTokenMfaSettings": {"Enabled": True, "PreferredMfa": True}}
refused("InvalidParameterException", cognito.set_user_mfa_preference, AccessToken=token, **preference)
refused("SoftwareTokenMFANotFoundException", cognito.verify_software_token, AccessToken=token, UserCode="123456")
key = cognito.associate_software_token(AccessToken=token)["SecretCode"]
wrong = {"AccessToken": token, "UserCode": code(key, 5)}
refused("EnableSoftwareTokenMFAException", cognito.verify_software_token, **wrong)
assert cognito.verify_software_token(AccessToken=token, UserCode=code(key))["Status"] == "SUCCESS"
cognito.set_user_mfa_preference(AccessToken=token, **preference)
user = cognito.admin_get_user(**ada)
assert user["UserMFASettingList"] == ["SOFTWARE_TOKEN_MFA"], user
assert user["PreferredMfaSetting"] == "SOFTWARE_TOKEN_MFA", user
assert cognito.get_user_auth_factors(AccessToken=token)["ConfiguredUserAuthFactors"] == ["PASSWORD", "SOFTWARE_TOKEN"]

challenge = sign_in()
assert challenge["ChallengeName"] == "SOFTWARE_TOKEN_MFA", challenge
refused("CodeMismatchException", answer, challenge=challenge, shown=code(key, 5))
shown = code(key, 1)
assert answer(challenge, shown)["AccessToken"]
refused("ExpiredCodeException", answer, challenge=sign_in(), shown=shown)

cognito.admin_set_user_mfa_preference(**ada, SoftwareTokenMfaSettings={"Enabled": False})
assert "AuthenticationResult" in sign_in()
cognito.set_user_pool_mfa_config(UserPoolId=pool_id, MfaConfiguration="ON", **software_token)
assert sign_in()["ChallengeName"] == "SOFTWARE_TOKEN_MFA"
cognito.admin_create_user(UserPoolId=pool_id, Username="eve", MessageAction="SUPPRESS")
cognito.admin_set_user_password(UserPoolId=pool_id, Username="eve", Password=PASSWORD, Permanent=True)
assert sign_in("eve")["ChallengeParameters"]["MFAS_CAN_SETUP"] == '["SOFTWARE_TOKEN_MFA"]'
print("done")

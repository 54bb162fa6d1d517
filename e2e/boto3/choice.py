"""People choose what they begin a sign-in with, sign up without a password, and authenticate more strongly."""

import json
import os
import urllib.parse
import urllib.request
from base64 import urlsafe_b64decode

import boto3
from refused import refused

PASSWORD = "Correct-Horse-1"
cognito = boto3.client("cognito-idp")
pool_id = cognito.create_user_pool(
    PoolName="boto3",
    AutoVerifiedAttributes=["email"],
    Policies={"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}},
)["UserPool"]["Id"]
client_id = cognito.create_user_pool_client(
    UserPoolId=pool_id, ClientName="web", ExplicitAuthFlows=["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
)["UserPoolClient"]["ClientId"]


def code_to(address):
    query = urllib.parse.urlencode({"to": address})
    with urllib.request.urlopen(f"{os.environ['AWS_ENDPOINT_URL']}/_cognate/inbox?{query}") as answer:
        return json.load(answer)["messages"][0]["code"]


def claims(result):
    payload = result["AuthenticationResult"]["AccessToken"].split(".")[1]
    return json.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))


def initiate(username, **parameters):
    parameters["USERNAME"] = username
    return cognito.initiate_auth(ClientId=client_id, AuthFlow="USER_AUTH", AuthParameters=parameters)


def respond(challenge, username, **answers):
    return cognito.respond_to_auth_challenge(
        ClientId=client_id,
        ChallengeName=challenge["ChallengeName"],
        Session=challenge["Session"],
        ChallengeResponses={"USERNAME": username, **answers},
    )


email = "ada-choice@example.com"
ada = {"ClientId": client_id, "Username": "ada"}
signed_up = cognito.sign_up(**ada, UserAttributes=[{"Name": "email", "Value": email}])
confirmed = cognito.confirm_sign_up(**ada, ConfirmationCode=code_to(email), Session=signed_up["Session"])
entry = {"ClientId": client_id, "AuthFlow": "USER_AUTH", "Session": confirmed["Session"]}
entered = cognito.initiate_auth(**entry, AuthParameters={"USERNAME": "ada"})
assert claims(entered)["amr"] == ["email_otp"], claims(entered)
assert claims(entered)["acr"] == "urn:cognito:loa:2", claims(entered)
refused("NotAuthorizedException", cognito.initiate_auth, **entry, AuthParameters={"USERNAME": "ada"})

challenge = initiate("ada")
assert challenge["ChallengeName"] == "EMAIL_OTP", challenge
assert challenge["AvailableChallenges"] == ["EMAIL_OTP"], challenge
refused("CodeMismatchException", respond, challenge=challenge, username="ada", EMAIL_OTP_CODE="00000000")
token = respond(challenge, "ada", EMAIL_OTP_CODE=code_to(email))["AuthenticationResult"]["AccessToken"]

cognito.change_password(AccessToken=token, ProposedPassword=PASSWORD)
choice = initiate("ada")
assert choice["ChallengeName"] == "SELECT_CHALLENGE", choice
assert choice["AvailableChallenges"] == ["PASSWORD", "PASSWORD_SRP", "EMAIL_OTP"], choice
refused("InvalidParameterException", respond, challenge=choice, username="ada", ANSWER="SMS_OTP")
assert claims(respond(choice, "ada", ANSWER="PASSWORD", PASSWORD=PASSWORD))["acr"] == "urn:cognito:loa:1"

preferred = {"PREFERRED_CHALLENGE": "PASSWORD", "PASSWORD": PASSWORD}
stronger = initiate("ada", ACCESS_TOKEN=token, TARGET_ACR_VALUES="urn:cognito:loa:3", **preferred)
assert claims(stronger)["acr"] == "urn:cognito:loa:3", claims(stronger)
assert claims(stronger)["amr"] == ["email_otp", "pwd", "mfa"], claims(stronger)
again = {"ACCESS_TOKEN": token, "TARGET_ACR_VALUES": "urn:cognito:loa:2"}
refused("InvalidParameterException", initiate, username="ada", **again)

print("done")

from botocore.exceptions import ClientError


def refused(code, call, **arguments):
    """Calls; the server must refuse with this error, of boto3's own class where the operation's model has one."""
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 400, error
        assert error.response["Error"]["Message"], error
        return error
    raise AssertionError(f"{code} was expected of {call.__name__}")

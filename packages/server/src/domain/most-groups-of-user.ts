/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html: nobody is in more, and it cannot be changed. */
export const mostGroupsOfUser = 100

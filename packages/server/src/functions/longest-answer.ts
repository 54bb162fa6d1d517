/** As many bytes as AWS Lambda lets a function answer: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const longestAnswer = 6_291_556

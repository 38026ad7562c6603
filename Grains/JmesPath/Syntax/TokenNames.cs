namespace Aggregator.JmesPath.Syntax;

/// <summary>How tokens are called in messages.</summary>
internal static class TokenNames
{
    /// <summary>The operator as it is written.</summary>
    public static string Words(this TokenKind kind) => kind switch
    {
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Star => "*",
        TokenKind.Divide => "/",
        TokenKind.IntegerDivide => "//",
        TokenKind.Modulo => "%",
        TokenKind.Comma => ",",
        TokenKind.Colon => ":",
        TokenKind.Assign => "=",
        TokenKind.CloseParenthesis => ")",
        TokenKind.CloseBrace => "}",
        TokenKind.CloseBracket => "]",
        TokenKind.Variable => "a variable as $name",
        _ => kind.ToString(),
    };
}

namespace Aggregator.JmesPath.Syntax;

/// <summary>How tightly tokens bind what stands left of them; a higher number binds tighter.</summary>
internal static class Binding
{
    public const int Loosest = 0;

    /// <summary>Tokens that bind less than this end a projection.</summary>
    public const int ProjectionStop = 10;

    /// <summary>A sign or a <c>!</c> takes in the path that follows it: <c>!a.b[0]</c> is <c>!(a.b[0])</c>.</summary>
    public const int Prefix = 8;

    public const int Flatten = 9;

    public const int Projection = 20;

    public const int Dot = 40;

    public static int Of(TokenKind kind) => kind switch
    {
        TokenKind.Pipe => 1,
        TokenKind.Or => 2,
        TokenKind.And => 3,
        TokenKind.Equal or TokenKind.NotEqual => 5,
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 5,
        TokenKind.Plus or TokenKind.Minus => 6,
        TokenKind.Star or TokenKind.Divide or TokenKind.IntegerDivide or TokenKind.Modulo => 7,
        TokenKind.Flatten => Flatten,
        TokenKind.Filter => 21,
        TokenKind.Dot => Dot,
        TokenKind.OpenBracket => 55,
        _ => Loosest,
    };
}

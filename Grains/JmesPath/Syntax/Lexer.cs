using System.Buffers;
using System.Globalization;
using System.Text;

namespace Aggregator.JmesPath.Syntax;

/// <summary>Cuts an expression's text into tokens.</summary>
/// <param name="text">The text.</param>
internal sealed class Lexer(string text)
{
    private const int LongestShown = 40;

    private static readonly SearchValues<char> NameUnits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private int _at;

    /// <summary>What is wrong with the text, once a token was <see cref="TokenKind.Invalid"/>.</summary>
    public SyntaxProblem? Problem { get; private set; }

    /// <summary>The tokens, up to the end or to the first that is invalid.</summary>
    public List<Token> ReadAll()
    {
        var tokens = new List<Token>();
        Token token;
        do
        {
            token = Next();
            tokens.Add(token);
        }
        while (token.Kind is not (TokenKind.End or TokenKind.Invalid));

        return tokens;
    }

    /// <summary>Some of the text, as a message shows it.</summary>
    public static string Show(string text, int start, int end)
    {
        if (start >= text.Length)
        {
            return "the end of the expression";
        }

        var cut = end - start > LongestShown;
        return $"'{text[start..(cut ? start + LongestShown : end)]}{(cut ? "…" : "")}'";
    }

    private Token Next()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }

        if (_at == text.Length)
        {
            return new(TokenKind.End, _at, _at);
        }

        var first = text[_at];
        return first switch
        {
            '"' => Delimited('"', TokenKind.QuotedName),
            '\'' => Delimited('\'', TokenKind.RawString),
            '`' => Delimited('`', TokenKind.Literal),
            '$' => Dollar(),
            >= '0' and <= '9' => Number(),
            >= 'A' and <= 'Z' or >= 'a' and <= 'z' or '_' => Name(TokenKind.Name, _at),
            _ => Operator(first),
        };
    }

    private Token Operator(char first)
    {
        var second = _at + 1 < text.Length ? text[_at + 1] : '\0';
        return (first, second) switch
        {
            ('|', '|') => Take(TokenKind.Or, 2),
            ('&', '&') => Take(TokenKind.And, 2),
            ('=', '=') => Take(TokenKind.Equal, 2),
            ('!', '=') => Take(TokenKind.NotEqual, 2),
            ('<', '=') => Take(TokenKind.LessOrEqual, 2),
            ('>', '=') => Take(TokenKind.GreaterOrEqual, 2),
            ('/', '/') => Take(TokenKind.IntegerDivide, 2),
            ('[', ']') => Take(TokenKind.Flatten, 2),
            ('[', '?') => Take(TokenKind.Filter, 2),
            _ => SingleKind(first) is var kind and not TokenKind.Invalid
                ? Take(kind, 1)
                : Invalid(_at, _at + (char.IsHighSurrogate(first) ? 2 : 1), "a name, an operator or a literal"),
        };
    }

    private static TokenKind SingleKind(char unit) => unit switch
    {
        '@' => TokenKind.Current,
        '&' => TokenKind.Ampersand,
        '.' => TokenKind.Dot,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '=' => TokenKind.Assign,
        '|' => TokenKind.Pipe,
        '!' => TokenKind.Not,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '+' => TokenKind.Plus,
        '-' or '\u2212' => TokenKind.Minus,
        '*' or '\u00D7' => TokenKind.Star,
        '/' or '\u00F7' => TokenKind.Divide,
        '%' => TokenKind.Modulo,
        '(' => TokenKind.OpenParenthesis,
        ')' => TokenKind.CloseParenthesis,
        '{' => TokenKind.OpenBrace,
        '}' => TokenKind.CloseBrace,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        _ => TokenKind.Invalid,
    };

    private Token Take(TokenKind kind, int length)
    {
        var token = new Token(kind, _at, _at + length, text.Substring(_at, length));
        _at += length;
        return token;
    }

    private Token Dollar()
    {
        var named = _at + 1 < text.Length && NameUnits.Contains(text[_at + 1]) && !char.IsAsciiDigit(text[_at + 1]);
        return named ? Name(TokenKind.Variable, _at + 1) : Take(TokenKind.Root, 1);
    }

    private Token Name(TokenKind kind, int nameStart)
    {
        var length = text.AsSpan(nameStart).IndexOfAnyExcept(NameUnits);
        var end = length < 0 ? text.Length : nameStart + length;
        var token = new Token(kind, _at, end, text[nameStart..end]);
        _at = end;
        return token;
    }

    private Token Number()
    {
        var length = text.AsSpan(_at).IndexOfAnyExceptInRange('0', '9');
        return Take(TokenKind.Number, length < 0 ? text.Length - _at : length);
    }

    /// <summary>What stands between two delimiters. A backslash before the closing one takes it for itself.</summary>
    private Token Delimited(char delimiter, TokenKind kind)
    {
        var end = _at + 1;
        while (end < text.Length && text[end] != delimiter)
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        if (end >= text.Length)
        {
            return Invalid(text.Length, text.Length, $"a closing {delimiter}");
        }

        var inner = text[(_at + 1)..end];
        if (kind == TokenKind.QuotedName)
        {
            var json = Encoding.UTF8.GetBytes(text[_at..(end + 1)]);
            if (JsonText.Check(json) is not null)
            {
                return Invalid(_at, end + 1, "a name in double quotes, escaped as JSON strings are");
            }

            inner = JsonValue.FromChecked(json).GetString();
        }
        else
        {
            inner = inner.Replace($"\\{delimiter}", delimiter.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        if (kind == TokenKind.Literal && JsonText.Check(Encoding.UTF8.GetBytes(inner)) is not null)
        {
            return Invalid(_at, end + 1, "JSON between back quotes; text that is no JSON is written in single quotes");
        }

        var token = new Token(kind, _at, end + 1, inner);
        _at = end + 1;
        return token;
    }

    private Token Invalid(int start, int end, string expected)
    {
        Problem = new(start, Show(text, start, Math.Min(end, text.Length)), expected);
        return new(TokenKind.Invalid, start, end);
    }
}

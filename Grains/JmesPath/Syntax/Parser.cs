using System.Diagnostics.CodeAnalysis;
using System.Text;
using Aggregator.JmesPath.Nodes;

namespace Aggregator.JmesPath.Syntax;

/// <summary>
/// Reads an expression by operator precedence. A method that finds a problem keeps it and returns null, and so does every caller up to
/// the first.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>How deep parts may be inside one another, and how long a chain of operators may be.</summary>
    private const int DeepestNesting = 200;

    private const int LongestText = 64 * 1024;

    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly Lexer _lexer;
    private int _next;
    private int _nesting;
    private SyntaxProblem? _problem;

    private Parser(string text)
    {
        _text = text;
        _lexer = new(text);
        _tokens = _lexer.ReadAll();
    }

    // The last token, an end or an invalid one, stays ahead for ever.
    private Token Ahead => _tokens[Math.Min(_next, _tokens.Count - 1)];

    public static bool TryParse(string text, [NotNullWhen(true)] out Node? expression, [NotNullWhen(false)] out SyntaxProblem? problem)
    {
        expression = null;
        if (text.Length > LongestText)
        {
            problem = new(LongestText, "more text", "an expression of at most 65,536 characters");
            return false;
        }

        if (FindLoneSurrogate(text) is var lone and >= 0)
        {
            problem = new(lone, "a lone surrogate", "Unicode text");
            return false;
        }

        var parser = new Parser(text);
        expression = parser.Expression(Binding.Loosest);
        if (expression is not null && parser.Ahead.Kind != TokenKind.End)
        {
            expression = parser.Unexpected("an operator or the end of the expression");
        }

        problem = expression is null ? parser._problem ?? new(0, "nothing", "an expression") : null;
        return expression is not null;
    }

    private Node? Expression(int binding) => Nested(() => ContinueAll(Start(), binding));

    /// <summary>Reads something inside something: no deeper than the stack is.</summary>
    private Node? Nested(Func<Node?> read)
    {
        if (++_nesting > DeepestNesting)
        {
            return TooDeep();
        }

        var part = read();
        _nesting--;
        return part;
    }

    /// <summary>Reads on while operators bind tighter.</summary>
    private Node? ContinueAll(Node? left, int binding)
    {
        while (left is not null && binding < Binding.Of(Ahead.Kind))
        {
            left = left.Depth < DeepestNesting ? Continue(left) : TooDeep();
        }

        return left;
    }

    /// <summary>Reads what an expression can start with.</summary>
    private Node? Start()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Name when token.Text == "let" && Ahead.Kind == TokenKind.Variable:
                return Let();
            case TokenKind.Name when Ahead.Kind == TokenKind.OpenParenthesis:
                return Call(token);
            case TokenKind.Name or TokenKind.QuotedName:
                return new FieldNode(token.Text);
            case TokenKind.Variable:
                return new VariableNode(token.Text);
            case TokenKind.RawString:
                return new LiteralNode(JsonValue.FromString(token.Text));
            case TokenKind.Literal:
                return new LiteralNode(JsonValue.FromChecked(Encoding.UTF8.GetBytes(token.Text)));
            case TokenKind.Current:
                return CurrentNode.Instance;
            case TokenKind.Root:
                return new RootNode();
            case TokenKind.OpenParenthesis:
                return Expression(Binding.Loosest) is { } inner && Expect(TokenKind.CloseParenthesis) ? inner : null;
            case TokenKind.Not:
                return Expression(Binding.Prefix) is { } negated ? new NotNode(negated) : null;
            case TokenKind.Plus or TokenKind.Minus:
                return Expression(Binding.Prefix) is { } signed ? new SignNode(token.Kind, signed) : null;
            case TokenKind.OpenBrace:
                return MultiSelectHash();
            case TokenKind.Star when IsWildcard(token):
                return ProjectionRight(Binding.Projection) is { } each ? new ValueProjectionNode(CurrentNode.Instance, each) : null;
            case TokenKind.Flatten:
                return Flatten(CurrentNode.Instance);
            case TokenKind.Filter:
                return Filter(CurrentNode.Instance);
            case TokenKind.OpenBracket:
                return IsBracketSpecifier() ? Bracket(CurrentNode.Instance) : MultiSelectList();
            default:
                _next--;
                return Unexpected(token.Kind == TokenKind.Number ? "an expression; a number is written `1`" : "an expression");
        }
    }

    /// <summary>Reads an operator and what stands right of it.</summary>
    private Node? Continue(Node left)
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Dot:
                return Dot(left);
            case TokenKind.Flatten:
                return Flatten(left);
            case TokenKind.Filter:
                return Filter(left);
            case TokenKind.OpenBracket:
                return IsBracketSpecifier()
                    ? Bracket(left)
                    : Unexpected("an index, a slice or *; a list of expressions needs a dot before it");
            default:
                return Expression(Binding.Of(token.Kind)) is { } right ? Operation(token.Kind, left, right) : null;
        }
    }

    private static Node Operation(TokenKind kind, Node left, Node right) => kind switch
    {
        TokenKind.Pipe => new PipeNode(left, right),
        TokenKind.Or => new OrNode(left, right),
        TokenKind.And => new AndNode(left, right),
        TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Divide or TokenKind.IntegerDivide or TokenKind.Modulo =>
            new ArithmeticNode(kind, left, right),
        _ => new ComparisonNode(kind, left, right),
    };

    private Token Take()
    {
        var token = Ahead;
        _next++;
        return token;
    }

    private bool TryTake(TokenKind kind)
    {
        var found = Ahead.Kind == kind;
        _next += found ? 1 : 0;
        return found;
    }

    private bool Expect(TokenKind kind)
    {
        if (TryTake(kind))
        {
            return true;
        }

        _ = Unexpected(kind.Words());
        return false;
    }

    private Node? Unexpected(string expected, string? hint = null) => Unexpected(Ahead, expected, hint);

    private Node? Unexpected(Token found, string expected, string? hint = null)
    {
        _problem ??= found.Kind == TokenKind.Invalid
            ? _lexer.Problem
            : new(found.Offset, Lexer.Show(_text, found.Offset, found.End), expected, hint);
        return null;
    }

    private Node? TooDeep()
    {
        _problem ??= new(Ahead.Offset, "one part too many", "at most 200 parts inside one another or in a row");
        return null;
    }

    private static int FindLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}

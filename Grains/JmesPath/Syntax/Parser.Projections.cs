using System.Globalization;
using Aggregator.JmesPath.Nodes;

namespace Aggregator.JmesPath.Syntax;

/// <content>Paths: dots, brackets, and the projections that they begin.</content>
internal sealed partial class Parser
{
    private Node? Dot(Node left)
    {
        if (Ahead is { Kind: TokenKind.Star, Text: "*" })
        {
            _next++;
            return ProjectionRight(Binding.Projection) is { } each ? new ValueProjectionNode(left, each) : null;
        }

        return AfterDot(Binding.Dot) is { } right ? new SubexpressionNode(left, right) : null;
    }

    private Node? AfterDot(int binding)
    {
        switch (Ahead.Kind)
        {
            // A let is no part of a path: after a dot the word is a name.
            case TokenKind.Name or TokenKind.QuotedName:
                return Expression(binding);
            case TokenKind.Star when IsWildcard(Ahead):
                return Expression(binding);
            case TokenKind.OpenBracket:
                _next++;
                return Nested(() => ContinueAll(MultiSelectList(), binding));
            case TokenKind.OpenBrace:
                _next++;
                return Nested(() => ContinueAll(MultiSelectHash(), binding));
            default:
                return Unexpected("a name, *, [ or {");
        }
    }

    /// <summary>Reads what is done with each element.</summary>
    private Node? ProjectionRight(int binding)
    {
        var ahead = Ahead.Kind;
        if (Binding.Of(ahead) < Binding.ProjectionStop)
        {
            return CurrentNode.Instance;
        }

        if (ahead == TokenKind.Dot)
        {
            // On an element that is null, a path ends as it does anywhere.
            _next++;
            return AfterDot(binding) is not { } path ? null : path is FieldNode ? path : new SubexpressionNode(CurrentNode.Instance, path);
        }

        // A bracket or a filter, of each element: as if @ stood before it, however loosely it binds.
        return Nested(() => ContinueAll(Continue(CurrentNode.Instance), binding));
    }

    private ListProjectionNode? Flatten(Node left)
    {
        var flat = new FlattenNode(left);
        return ProjectionRight(Binding.Flatten) is { } right ? new ListProjectionNode(flat, right) : null;
    }

    private FilterNode? Filter(Node left)
    {
        if (Expression(Binding.Loosest) is not { } condition || !Expect(TokenKind.CloseBracket))
        {
            return null;
        }

        var right = Ahead.Kind == TokenKind.Flatten ? CurrentNode.Instance : ProjectionRight(Binding.Projection);
        return right is null ? null : new FilterNode(left, condition, right);
    }

    private static bool IsWildcard(Token token) => token is { Kind: TokenKind.Star, Text: "*" };

    /// <summary>Whether the bracket just opened holds an index, a slice or a star, rather than a list of expressions.</summary>
    private bool IsBracketSpecifier() => Ahead.Kind switch
    {
        TokenKind.Number or TokenKind.Colon => true,
        TokenKind.Minus => At(1).Kind == TokenKind.Number && Ahead.End == At(1).Offset,
        TokenKind.Star => IsWildcard(Ahead) && At(1).Kind == TokenKind.CloseBracket,
        _ => false,
    };

    private Token At(int distance) => _tokens[Math.Min(_next + distance, _tokens.Count - 1)];

    private Node? Bracket(Node left)
    {
        if (TryTake(TokenKind.Star))
        {
            return Expect(TokenKind.CloseBracket) ? ListProjection(left) : null;
        }

        if (!TryNumber(out var first))
        {
            return null;
        }

        if (first is { } index && TryTake(TokenKind.CloseBracket))
        {
            return new IndexNode(left, index);
        }

        if (!Expect(TokenKind.Colon) || !TryNumber(out var stop))
        {
            return null;
        }

        int? step = null;
        if (TryTake(TokenKind.Colon) && !TryNumber(out step))
        {
            return null;
        }

        return Expect(TokenKind.CloseBracket) ? ListProjection(new SliceNode(left, new(first, stop, step))) : null;
    }

    private ListProjectionNode? ListProjection(Node list) =>
        ProjectionRight(Binding.Projection) is { } right ? new(list, right) : null;

    /// <summary>Reads a number, if there is one.</summary>
    private bool TryNumber(out int? number)
    {
        number = null;
        var start = Ahead;
        var isNegative = start.Kind == TokenKind.Minus;
        if (!isNegative && start.Kind != TokenKind.Number)
        {
            return true;
        }

        _next += isNegative ? 1 : 0;
        var digits = Take();
        if (digits.Kind != TokenKind.Number || (isNegative && start.End != digits.Offset))
        {
            _ = Unexpected(digits, "a number");
            return false;
        }

        if (!int.TryParse(digits.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            _ = Unexpected(digits, "a number of at most 2,147,483,647");
            return false;
        }

        number = isNegative ? -value : value;
        return true;
    }
}

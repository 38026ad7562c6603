using System.Collections.Immutable;
using Aggregator.JmesPath.Functions;
using Aggregator.JmesPath.Nodes;

namespace Aggregator.JmesPath.Syntax;

/// <content>What is made of several expressions: multi-selects, calls and lets.</content>
internal sealed partial class Parser
{
    private MultiSelectListNode? MultiSelectList()
    {
        var parts = ImmutableArray.CreateBuilder<Node>();
        do
        {
            if (Expression(Binding.Loosest) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (TryTake(TokenKind.Comma));

        return Expect(TokenKind.CloseBracket) ? new MultiSelectListNode(parts.ToImmutable()) : null;
    }

    private Node? MultiSelectHash()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var parts = ImmutableArray.CreateBuilder<Node>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        do
        {
            var name = Take();
            if (name.Kind is not (TokenKind.Name or TokenKind.QuotedName))
            {
                return Unexpected(name, "a name");
            }

            if (!Expect(TokenKind.Colon) || Expression(Binding.Loosest) is not { } part)
            {
                return null;
            }

            // Of members with one name the last counts, at the place of the first.
            if (places.TryAdd(name.Text, names.Count))
            {
                names.Add(name.Text);
                parts.Add(part);
            }
            else
            {
                parts[places[name.Text]] = part;
            }
        }
        while (TryTake(TokenKind.Comma));

        return Expect(TokenKind.CloseBrace) ? new MultiSelectHashNode(names.ToImmutable(), parts.ToImmutable()) : null;
    }

    private Node? Let()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<Node>();
        do
        {
            var name = Ahead;
            if (!Expect(TokenKind.Variable) || !Expect(TokenKind.Assign) || Expression(Binding.Loosest) is not { } value)
            {
                return null;
            }

            names.Add(name.Text);
            values.Add(value);
        }
        while (TryTake(TokenKind.Comma));

        if (Ahead is not { Kind: TokenKind.Name, Text: "in" })
        {
            return Unexpected("in");
        }

        _next++;
        return Expression(Binding.Loosest) is { } body ? new LetNode(names.ToImmutable(), values.ToImmutable(), body) : null;
    }

    private Node? Call(Token name)
    {
        if (!FunctionTable.ByName.TryGetValue(name.Text, out var function))
        {
            return Unexpected(name, "a function", NearName.Of(name.Text, FunctionTable.ByName.Keys));
        }

        _next++;
        var arguments = ImmutableArray.CreateBuilder<Node>();
        if (!TryTake(TokenKind.CloseParenthesis))
        {
            do
            {
                if (Argument(function, arguments.Count) is not { } argument)
                {
                    return null;
                }

                arguments.Add(argument);
            }
            while (TryTake(TokenKind.Comma));

            if (!Expect(TokenKind.CloseParenthesis))
            {
                return null;
            }
        }

        return function.Takes(arguments.Count)
            ? new CallNode(function, arguments.ToImmutable())
            : Unexpected(name, $"{function.ArityWords()}, not {arguments.Count}");
    }

    private Node? Argument(Function function, int place)
    {
        var isExpression = function.ExpressionAt == place;
        if (Ahead.Kind == TokenKind.Ampersand != isExpression)
        {
            return Unexpected(isExpression ? $"an expression as &name: {function.Name} evaluates it on each element" : "a value");
        }

        _next += isExpression ? 1 : 0;
        return Expression(Binding.Loosest);
    }
}

using System.Collections.Immutable;
using System.Text;
using Aggregator.Resources;

namespace Aggregator.Planning;

/// <summary>One expansion of a template under way: the text so far, and how its parts are added to it (RFC 6570 §3.2.1).</summary>
/// <param name="lookup">Gives each variable's value.</param>
/// <param name="capacity">How long the text will likely be, in characters.</param>
internal sealed class TemplateExpansion(Func<TemplateVariable, TemplateValue> lookup, int capacity)
{
    private readonly StringBuilder _text = new(capacity);

    /// <summary>Adds a segment, or several for a list.</summary>
    /// <returns>Why there is no expansion; null when there is.</returns>
    public TemplateOutcome? Add(TemplateSegment segment)
    {
        var start = _text.Length;
        if (segment.First is null)
            _text.Append('/');
        else if (AddFirst(segment.First, ref start) is { } failure)
            return failure;

        if (start == _text.Length)
        {
            return segment.Parts.IsEmpty
                ? null
                : Refuse(segment.Variables[0], "found an empty list, expected an element before what follows it");
        }

        if (Add(segment.Parts) is { } fault)
            return fault;
        return !segment.Variables.IsEmpty && IsStructural(start) ? RefuseSegment(segment.Variables[0]) : null;
    }

    /// <summary>Adds the query, with its question mark.</summary>
    /// <param name="parts">What follows the question mark.</param>
    /// <param name="isOptional">Whether the question mark is an expression's, and goes when nothing follows it.</param>
    /// <returns>Why there is no expansion; null when there is.</returns>
    /// <remarks>
    /// When a <c>{?x}</c> has no value, what follows it becomes the beginning of the query: by the letter of RFC 6570 a <c>{&amp;y}</c>
    /// would then continue the path, and an absent value would have changed what another one means.
    /// </remarks>
    public TemplateOutcome? AddQuery(ImmutableArray<TemplatePart> parts, bool isOptional)
    {
        var start = _text.Length;
        _text.Append('?');
        if (Add(parts) is { } failure)
            return failure;

        if (isOptional && _text.Length == start + 1)
            _text.Length = start;
        else if (isOptional && _text[start + 1] == '&')
            _text.Remove(start + 1, 1);
        return null;
    }

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Adds what a <c>{/x}</c> begins; of a list that explodes, every segment.</summary>
    /// <param name="term">The variable.</param>
    /// <param name="start">Where the last segment begins, which what follows still belongs to.</param>
    private TemplateOutcome? AddFirst(TemplateTerm term, ref int start)
    {
        var value = lookup(term.Variable);
        if (!term.Explode || value.Elements is not { } elements)
        {
            _text.Append('/');
            return AddTerm(TemplateOperator.Simple, term, value);
        }

        foreach (var element in elements)
        {
            if (_text.Length > start && IsStructural(start))
                return RefuseSegment(term.Variable);
            start = _text.Length;
            _text.Append('/');
            PercentEncoding.Append(_text, element);
        }

        return null;
    }

    private TemplateOutcome? Add(ImmutableArray<TemplatePart> parts)
    {
        foreach (var part in parts)
        {
            if (part is TemplatePart.Literal literal)
                _text.Append(literal.Text);
            else if (part is TemplatePart.Expression expression && Add(expression) is { } failure)
                return failure;
        }

        return null;
    }

    private TemplateOutcome? Add(TemplatePart.Expression expression)
    {
        var next = expression.Operator.First;
        foreach (var term in expression.Terms)
        {
            var value = lookup(term.Variable);
            var isLeftOut = value.IsUndefined
                ? term.Variable.Position == TemplatePosition.Query
                : value.Elements is { IsEmpty: true };
            if (isLeftOut)
                continue;

            _text.Append(next);
            next = expression.Operator.Separator;
            if (AddTerm(expression.Operator, term, value) is { } failure)
                return failure;
        }

        return null;
    }

    private TemplateOutcome? AddTerm(TemplateOperator @operator, TemplateTerm term, TemplateValue value)
    {
        if (value.IsUndefined)
            return new TemplateOutcome.Skipped(term.Variable.Path);
        if (value.Fault is { } fault)
            return Refuse(term.Variable, $"found {fault}, expected a text, a number, a boolean or a list of them");
        if (value.Text is { } text)
        {
            AddNamed(@operator, term, Prefix(text, term.Prefix));
            return null;
        }

        var elements = value.Elements ?? [];
        if (term.Prefix > 0)
            return Refuse(term.Variable, "found a list, expected a text to take the beginning of");
        if (elements.IsEmpty)
            return Refuse(term.Variable, "found an empty list, expected an element for the segment that it makes");
        if (term.Explode)
            AddExploded(@operator, term, elements);
        else
            AddJoined(@operator, term, elements);
        return null;
    }

    private void AddExploded(TemplateOperator @operator, TemplateTerm term, ImmutableArray<string> elements)
    {
        var separator = "";
        foreach (var element in elements)
        {
            _text.Append(separator);
            separator = @operator.Separator;
            AddNamed(@operator, term, element);
        }
    }

    private void AddJoined(TemplateOperator @operator, TemplateTerm term, ImmutableArray<string> elements)
    {
        var before = @operator.IsNamed ? term.Variable.Path + "=" : "";
        foreach (var element in elements)
        {
            _text.Append(before);
            before = ",";
            PercentEncoding.Append(_text, element);
        }
    }

    private void AddNamed(TemplateOperator @operator, TemplateTerm term, ReadOnlySpan<char> text)
    {
        if (@operator.IsNamed)
            _text.Append(term.Variable.Path).Append(text.IsEmpty ? @operator.IfEmpty : "=");
        PercentEncoding.Append(_text, text);
    }

    private bool IsStructural(int start)
    {
        // Only a short text can be one; a longer segment, but for its path parameters, is not even copied.
        Span<char> beginning = stackalloc char[LongestStructural];
        var length = Math.Min(_text.Length - start - 1, beginning.Length);
        _text.CopyTo(start + 1, beginning, length);
        return PathSegment.IsStructural(beginning[..length]);
    }

    /// <summary>The length of <c>%2e%2e;</c>.</summary>
    private const int LongestStructural = 7;

    private static TemplateOutcome.Refused RefuseSegment(TemplateVariable variable) =>
        new(variable.Path, "found a value that makes an empty path segment or one of dots, expected one that names something");

    private static TemplateOutcome.Refused Refuse(TemplateVariable variable, string reason) => new(variable.Path, reason);

    /// <summary>The first code points of a text.</summary>
    private static ReadOnlySpan<char> Prefix(string text, int length)
    {
        if (length == 0 || text.Length <= length)
            return text;

        var end = 0;
        for (var taken = 0; taken < length && end < text.Length; taken++)
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        return text.AsSpan(0, end);
    }
}

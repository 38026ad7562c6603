namespace Aggregator.Definitions.Syntax;

/// <summary>The user's text as a message quotes it: on one line, printable and short.</summary>
internal static class Excerpt
{
    private const int MaxLength = 60;

    public static string Of(string text)
    {
        var length = text.Length <= MaxLength ? text.Length : MaxLength - 1;
        if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        var shown = string.Create(length, text, static (span, text) =>
        {
            text.AsSpan(0, span.Length).CopyTo(span);
            foreach (ref var c in span)
            {
                c = char.IsControl(c) ? ' ' : c;
            }
        });
        return length < text.Length ? shown + "…" : shown;
    }
}

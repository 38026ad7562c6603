using System.Collections;

namespace Aggregator.HttpCaching.Syntax;

/// <summary>
/// The header section of a message: its field lines in the order received, nothing parsed, nothing joined. Immutable; every change
/// is a new section. Names compare without regard to case (RFC 9110 §5.1).
/// </summary>
public sealed class HeaderFields : IReadOnlyList<HeaderLine>
{
    /// <summary>A section without lines.</summary>
    public static readonly HeaderFields Empty = new([]);

    private readonly HeaderLine[] _lines;

    private HeaderFields(HeaderLine[] lines) => _lines = lines;

    /// <summary>How many lines there are.</summary>
    public int Count => _lines.Length;

    /// <summary>A line by its position from 0.</summary>
    public HeaderLine this[int index] => _lines[index];

    /// <summary>A section of these lines, in this order.</summary>
    public static HeaderFields Of(IEnumerable<HeaderLine> lines)
    {
        HeaderLine[] copy = [.. lines];
        return copy.Length == 0 ? Empty : new(copy);
    }

    /// <summary>A section of these names and values, in this order.</summary>
    public static HeaderFields Of(params ReadOnlySpan<(string Name, string Value)> lines)
    {
        var copy = new HeaderLine[lines.Length];
        for (int i = 0; i < copy.Length; i++)
            copy[i] = new(lines[i].Name, lines[i].Value);
        return copy.Length == 0 ? Empty : new(copy);
    }

    /// <summary>Whether any line has this name.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>The value of the first line of this name; null if there is none.</summary>
    public string? First(string name)
    {
        int index = IndexOf(name);
        return index < 0 ? null : _lines[index].Value;
    }

    /// <summary>The value of the only line of this name; null if there is none, or more than one.</summary>
    public string? Only(string name)
    {
        var values = Values(name);
        return values.Count == 1 ? values[0] : null;
    }

    /// <summary>The values of all lines of this name, in order.</summary>
    public IReadOnlyList<string> Values(string name)
    {
        int first = IndexOf(name);
        if (first < 0)
            return [];
        var values = new List<string>(1) { _lines[first].Value };
        for (int i = first + 1; i < _lines.Length; i++)
        {
            if (Same(_lines[i].Name, name))
                values.Add(_lines[i].Value);
        }
        return values;
    }

    /// <summary>The field's value: its lines joined by a comma and a space (RFC 9110 §5.3); null if there is none.</summary>
    public string? Combined(string name)
    {
        var values = Values(name);
        return values.Count switch { 0 => null, 1 => values[0], _ => string.Join(", ", values) };
    }

    /// <summary>This section with one more line at its end.</summary>
    public HeaderFields Append(string name, string value) => new([.. _lines, new HeaderLine(name, value)]);

    /// <summary>This section with one line of this name in place of all there were, where the first of them stood or else last.</summary>
    public HeaderFields Set(string name, string value)
    {
        int first = IndexOf(name);
        if (first < 0)
            return Append(name, value);
        var lines = new List<HeaderLine>(_lines.Length);
        for (int i = 0; i < _lines.Length; i++)
        {
            if (i == first)
                lines.Add(new(_lines[i].Name, value));
            else if (!Same(_lines[i].Name, name))
                lines.Add(_lines[i]);
        }
        return Of(lines);
    }

    /// <summary>This section without the lines whose names the condition picks.</summary>
    public HeaderFields Without(Predicate<string> unwanted)
    {
        var kept = Array.FindAll(_lines, line => !unwanted(line.Name));
        return kept.Length == _lines.Length ? this : Of(kept);
    }

    /// <summary>This section without the lines of this name.</summary>
    public HeaderFields Without(string name) => Contains(name) ? Without(other => Same(other, name)) : this;

    /// <inheritdoc/>
    public IEnumerator<HeaderLine> GetEnumerator() => ((IEnumerable<HeaderLine>)_lines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _lines.GetEnumerator();

    private int IndexOf(string name)
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            if (Same(_lines[i].Name, name))
                return i;
        }
        return -1;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

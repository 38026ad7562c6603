using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Aggregator.Identity;

/// <summary>
/// Binds a request's parameters to those that a report declares: the pure way from what a client sent to the form that equal requests
/// share.
/// </summary>
/// <remarks>
/// Made once per version of a report, when patterns, allowed values and defaults are compiled. Gateway, schedules, includes and
/// commands all bind here. What clients send is never trusted and never throws; whatever is wrong with it is reported at once.
/// </remarks>
public sealed class ParameterBinder
{
    /// <summary>Compiles a report's declared parameters.</summary>
    /// <param name="declared">The descriptors; <see cref="ParameterDescriptorCheck"/> finds nothing wrong with any.</param>
    /// <exception cref="ArgumentException">A descriptor contradicts itself, or two have one name.</exception>
    /// <exception cref="TimeZoneNotFoundException">The zone of a clock default is unknown here.</exception>
    public ParameterBinder(ImmutableArray<ParameterDescriptor> declared)
    {
        Rules = [.. declared.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(one => new ParameterRule(one))];
        Indexes = Rules.Index().ToFrozenDictionary(rule => rule.Item.Descriptor.Name, rule => rule.Index, StringComparer.Ordinal);
    }

    /// <summary>The most problems that one request is told of; a request with more is no honest mistake.</summary>
    public const int MaxProblems = 50;

    /// <summary>The deepest nesting that a JSON body may have.</summary>
    public const int MaxDepth = 64;

    /// <summary>The declared parameters in ordinal order of their names.</summary>
    internal ImmutableArray<ParameterRule> Rules { get; }

    /// <summary>The index of each parameter's rule.</summary>
    internal FrozenDictionary<string, int> Indexes { get; }

    /// <summary>Binds a query string, or anything else that gives names and texts: a route's values, a command's arguments.</summary>
    /// <param name="given">
    /// The decoded values by name. A name given more than once has its values joined in order; one without values is absent, and a null
    /// value is an empty text. Our own parameters (<c>_</c>) are taken out by the caller; what begins so and is left is undeclared.
    /// </param>
    /// <param name="now">The time of the request, which clock defaults read.</param>
    public BoundParameters FromQuery(IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> given, DateTimeOffset now)
    {
        var binding = new ParameterBinding(this);
        var texts = new List<string?>?[Rules.Length];
        foreach (var (name, values) in given)
        {
            if (values.Count > 0 && binding.Find(name) is { } index)
                (texts[index] ??= []).AddRange(values);
        }

        for (var index = 0; index < texts.Length; index++)
        {
            if (texts[index] is { } values)
                binding.Accept(index, Rules[index].Read(values, binding.Faults));
        }

        return binding.Finish(now);
    }

    /// <summary>Binds a JSON object of parameters by name. A member that is null is absent.</summary>
    /// <param name="body">The object's UTF-8 text, with or without a byte order mark.</param>
    /// <param name="now">The time of the request, which clock defaults read.</param>
    public BoundParameters FromJson(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (!Utf8.IsValid(body.Span))
            return RefuseBody("found bytes that are not UTF-8");

        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = MaxDepth });
            if (WellFormedText.HasLoneSurrogateEscape(body.Span))
                return RefuseBody("found a string with half of a surrogate pair");

            return document.RootElement.ValueKind == JsonValueKind.Object
                ? FromObject(document.RootElement, now)
                : RefuseBody($"found {ScalarRule.NameOf(document.RootElement.ValueKind)}");
        }
        catch (JsonException problem)
        {
            // The exception's own message may quote what was sent, and says nothing of the depth that a reader can use.
            return RefuseBody($"found a fault in line {problem.LineNumber + 1} at byte {problem.BytePositionInLine + 1}");
        }
    }

    private BoundParameters FromObject(JsonElement body, DateTimeOffset now)
    {
        var binding = new ParameterBinding(this);
        var seen = new bool[Rules.Length];
        foreach (var member in body.EnumerateObject())
        {
            if (binding.Find(member.Name) is not { } index)
                continue;
            if (seen[index])
                binding.Refuse(member.Name, "found it twice, expected it once");
            else if (member.Value.ValueKind != JsonValueKind.Null)
                binding.Accept(index, Rules[index].Read(member.Value, binding.Faults));
            seen[index] = true;
        }

        return binding.Finish(now);
    }

    /// <summary>Writes the canonical form.</summary>
    /// <param name="values">A value for each rule; null for null.</param>
    internal CanonicalParameters Write(ParameterValue?[] values)
    {
        if (values.Length == 0)
            return CanonicalParameters.None;

        var utf8 = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(utf8, Canonical))
        {
            writer.WriteStartObject();
            for (var index = 0; index < values.Length; index++)
                Rules[index].Write(writer, values[index]);
            writer.WriteEndObject();
        }

        return new(utf8.WrittenSpan.ToArray());
    }

    /// <summary>The form is hashed and read back by us, never put into a page, so that little more is escaped than JSON must.</summary>
    private static readonly JsonWriterOptions Canonical = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static BoundParameters RefuseBody(string found) =>
        BoundParameters.Refused([new("", $"{found}, expected one JSON object of parameters, at most {MaxDepth} levels deep")]);
}

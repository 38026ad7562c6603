using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Aggregator.Identity;

/// <summary>
/// Binds a request's parameters to those that a report declares: the pure way from what a client sent to the form that equal requests share.
/// </summary>
/// <remarks>
/// Made once per version of a report, when patterns, allowed values and defaults are compiled. Gateway, schedules, includes and
/// commands all bind here. What clients send is never trusted and never throws; whatever is wrong with it is reported at once.
/// </remarks>
public sealed class ParameterBinder
{
    private readonly ImmutableArray<ParameterRule> _rules;
    private readonly FrozenDictionary<string, int> _indexes;

    /// <summary>Compiles a report's declared parameters.</summary>
    /// <param name="declared">The descriptors, with names of their own, each without a problem to <see cref="ParameterDescriptorCheck"/>.</param>
    /// <exception cref="ArgumentException">A descriptor contradicts itself, or two have one name.</exception>
    /// <exception cref="TimeZoneNotFoundException">The zone of a clock default is unknown here.</exception>
    public ParameterBinder(ImmutableArray<ParameterDescriptor> declared)
    {
        _rules = [.. declared.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => new ParameterRule(parameter))];
        _indexes = _rules.Select((rule, index) => (rule.Descriptor.Name, index)).ToFrozenDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);
    }

    /// <summary>The most problems that one request is told of; a request with more is no honest mistake.</summary>
    public const int MaxProblems = 50;

    /// <summary>The deepest nesting that a JSON body may have.</summary>
    public const int MaxDepth = 64;

    /// <summary>Binds a query string, or anything else that gives names and texts: a route's values, a command's arguments.</summary>
    /// <param name="given">
    /// The decoded values by name. A name given more than once has its values joined in order; one without values is absent, and a null value is
    /// an empty text. Our own parameters (<c>_</c>) are taken out by the caller; what begins so and is left is undeclared.
    /// </param>
    /// <param name="now">The time of the request, which clock defaults read.</param>
    public BoundParameters FromQuery(IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> given, DateTimeOffset now)
    {
        var binding = new Binding(this);
        var texts = new List<string?>?[_rules.Length];
        foreach (var (name, values) in given)
        {
            if (values.Count > 0 && binding.Find(name) is { } index)
                (texts[index] ??= []).AddRange(values);
        }

        for (var index = 0; index < texts.Length; index++)
        {
            if (texts[index] is { } values)
                binding.Accept(index, _rules[index].Read(values, binding.Faults));
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
        var binding = new Binding(this);
        var seen = new bool[_rules.Length];
        foreach (var member in body.EnumerateObject())
        {
            if (binding.Find(member.Name) is not { } index)
                continue;
            if (seen[index])
                binding.Refuse(member.Name, "found it twice, expected it once");
            else if (member.Value.ValueKind != JsonValueKind.Null)
                binding.Accept(index, _rules[index].Read(member.Value, binding.Faults));
            seen[index] = true;
        }

        return binding.Finish(now);
    }

    private CanonicalParameters Write(ParameterValue?[] values)
    {
        if (values.Length == 0)
            return CanonicalParameters.None;

        var utf8 = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(utf8, Canonical))
        {
            writer.WriteStartObject();
            for (var index = 0; index < values.Length; index++)
                _rules[index].Write(writer, values[index]);
            writer.WriteEndObject();
        }

        return new(utf8.WrittenSpan.ToArray());
    }

    /// <summary>What is written here is hashed and read back by us, never put into a page, so that only what JSON must escape is escaped.</summary>
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static BoundParameters RefuseBody(string found) =>
        BoundParameters.Refused([new("", $"{found}, expected one JSON object of parameters, at most {MaxDepth} levels deep")]);

    /// <summary>One request on its way.</summary>
    private sealed class Binding(ParameterBinder binder)
    {
        private readonly ParameterValue?[] _values = new ParameterValue?[binder._rules.Length];
        private readonly bool[] _refused = new bool[binder._rules.Length];
        private readonly List<ParameterProblem> _problems = [];

        /// <summary>Where a rule notes the faults of the value it reads.</summary>
        public List<string> Faults { get; } = [];

        /// <summary>The index of the parameter that a request may give under a name; null, with a problem noted, when there is none.</summary>
        public int? Find(string name)
        {
            if (!binder._indexes.TryGetValue(name, out var index))
                Refuse(name, Undeclared(name));
            else if (binder._rules[index].Descriptor.Claim is not null)
                Refuse(name, "comes from the token, not from the request");
            else
                return index;

            return null;
        }

        /// <summary>Takes over what a rule read, and the faults that it found while it did.</summary>
        public void Accept(int index, ParameterValue? value)
        {
            _values[index] = value;
            _refused[index] = Faults.Count > 0;
            foreach (var fault in Faults)
                Refuse(binder._rules[index].Descriptor.Name, fault);
            Faults.Clear();
        }

        public void Refuse(string name, string detail)
        {
            if (_problems.Count < MaxProblems)
                _problems.Add(new(name, detail));
        }

        public BoundParameters Finish(DateTimeOffset now)
        {
            for (var index = 0; index < _values.Length; index++)
            {
                if (_values[index] is not null || _refused[index])
                    continue;
                var rule = binder._rules[index];
                _values[index] = rule.Default(now);
                if (_values[index] is null && rule.Descriptor.Required)
                    Refuse(rule.Descriptor.Name, rule.Descriptor.Claim is null ? "found no value, expected one: it is required" : "found no such claim in the token, expected one: it is required");
            }

            return _problems.Count > 0 ? BoundParameters.Refused([.. _problems]) : BoundParameters.Of(binder.Write(_values));
        }

        private string Undeclared(string name)
        {
            // Beyond the last problem that is told, the search for near names would only be work that a client can make us do.
            if (_problems.Count >= MaxProblems)
                return "";

            var known = binder._rules.Where(rule => rule.Descriptor.Claim is null).Select(rule => rule.Descriptor.Name);
            return NearNames.DidYouMean(name, known) is { } hint
                ? $"the report declares no such parameter; {hint}"
                : "the report declares no such parameter";
        }
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

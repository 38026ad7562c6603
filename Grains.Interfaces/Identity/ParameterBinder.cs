using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Aggregator.Identity;

/// <summary>Binds what a request gives to a report's declared parameters.</summary>
/// <param name="declared">The declared parameters.</param>
public sealed class ParameterBinder(ImmutableArray<ParameterDescriptor> declared)
{
    /// <summary>Binds the parameters of a query string.</summary>
    /// <param name="given">The values by name.</param>
    /// <param name="now">The time of the request.</param>
    public BoundParameters FromQuery(IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> given, DateTimeOffset now)
    {
        _ = now;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        foreach (var (name, values) in given)
        {
            if (declared.FirstOrDefault(one => one.Name == name) is not { } parameter)
                problems.Add(new(name, $"There is no such parameter. Did you mean {string.Join(", ", NearNames.Of(name, declared.Select(one => one.Name)))}?"));
            else if (values.Count > 1 && parameter.Type != ParameterType.Array)
                problems.Add(new(name, "It is given more than once."));
            else if (parameter.Type == ParameterType.Array)
                texts[name] = "[" + string.Join(',', values.Select(value => JsonSerializer.Serialize(value))) + "]";
            else if (parameter.Type == ParameterType.String)
                texts[name] = JsonSerializer.Serialize(values[0] ?? "");
            else if (decimal.TryParse(values[0], CultureInfo.InvariantCulture, out _))
                texts[name] = values[0] ?? "";
            else
                problems.Add(new(name, "It is not a number."));
        }

        return Finish(texts, problems);
    }

    /// <summary>Binds the parameters of a JSON object.</summary>
    /// <param name="body">The JSON text.</param>
    /// <param name="now">The time of the request.</param>
    public BoundParameters FromJson(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        _ = now;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        try
        {
            using var document = JsonDocument.Parse(body);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (declared.FirstOrDefault(one => one.Name == member.Name) is not { } parameter)
                    problems.Add(new(member.Name, "There is no such parameter."));
                else if (parameter.Type == ParameterType.Integer && member.Value.ValueKind != JsonValueKind.Number)
                    problems.Add(new(member.Name, "It is not a number."));
                else
                    texts[member.Name] = member.Value.GetRawText();
            }
        }
        catch (JsonException)
        {
            problems.Add(new("", "The body is not a JSON object."));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new("", "The body is not a JSON object."));
        }

        return Finish(texts, problems);
    }

    private BoundParameters Finish(Dictionary<string, string> texts, ImmutableArray<ParameterProblem>.Builder problems)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        foreach (var parameter in declared.OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            json.WritePropertyName(parameter.Name);
            if (texts.TryGetValue(parameter.Name, out var text))
                json.WriteRawValue(text);
            else if (parameter.Required)
                problems.Add(new(parameter.Name, "It is required."));
            else
                json.WriteRawValue(parameter.Default ?? "null");
            if (problems.Count > 0)
                return new(null, problems.ToImmutable());
        }

        json.WriteEndObject();
        json.Flush();
        return problems.Count > 0 ? new(null, problems.ToImmutable()) : new(new CanonicalParameters(buffer.WrittenSpan.ToArray()), []);
    }
}

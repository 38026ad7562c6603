using System.Globalization;
using System.Text;
using Aggregator.Definitions;
using Aggregator.HttpCaching;
using Aggregator.Identity;
using Aggregator.Resources;
using Aggregator.Shaping;

namespace Aggregator.Tests.Definitions;

/// <summary>What loading gave, as text: the problems, one a line, then the definitions with all that is not a default.</summary>
internal static class OutcomeText
{
    public static string Of(LoadResult result)
    {
        var output = new StringBuilder();
        foreach (var problem in result.Problems)
        {
            output.Append(problem).Append('\n');
        }

        foreach (var upstream in (result.Definitions?.Upstreams.Values ?? []).OrderBy(each => each.Name, StringComparer.Ordinal))
        {
            Append(output, upstream);
        }

        foreach (var report in (result.Definitions?.Reports.Values ?? []).OrderBy(each => each.Name, StringComparer.Ordinal))
        {
            Append(output, report);
        }

        return output.ToString();
    }

    private static void Append(StringBuilder output, UpstreamDefinition upstream)
    {
        Line(output, 0, $"upstream {upstream.Name} {upstream.Url}");
        foreach (var header in upstream.Headers)
        {
            Line(output, 1, $"header {header.Name}: {header.Value}");
        }

        Setting(output, "timeout", upstream.Timeout, UpstreamDefinition.DefaultTimeout);
        Setting(output, "retry", upstream.Retry, RetryDefinition.Default);
        Setting(output, "concurrency", upstream.Concurrency, UpstreamDefinition.DefaultConcurrency);
        Setting(output, "maxResponse", upstream.MaxResponse, UpstreamDefinition.DefaultMaxResponse);
        Setting(output, "accept", string.Join(", ", upstream.Accept), "");
        Setting(output, "cache", upstream.Sharing, CacheSharing.Shared);
        if (upstream.Relay is { } relay)
        {
            var methods = relay.Methods.IsEmpty ? "any method" : string.Join(", ", relay.Methods);
            Line(output, 1, $"relay {methods} at {(relay.Paths.IsEmpty ? "any path" : string.Join(", ", relay.Paths))}");
        }
    }

    private static void Append(StringBuilder output, ReportDefinition report)
    {
        Line(output, 0, $"report {report.Name}");
        Setting(output, "summary", report.Summary, null);
        Setting(output, "route", report.Route, null);
        Setting(output, "deadline", report.Deadline, ReportDefinition.DefaultDeadline);
        Setting(output, "forward", string.Join(", ", report.Forward), "");
        Setting(output, "maxDocument", report.MaxDocument, ReportDefinition.DefaultMaxDocument);
        Setting(output, "cache", report.Caching, ReportCaching.Default);
        Setting(output, "tags", string.Join(", ", report.Tags), "");
        foreach (var parameter in report.Parameters)
        {
            Line(output, 1, $"parameter {parameter.Name}{Settings(parameter)}");
        }

        foreach (var constant in report.Constants)
        {
            Line(output, 1, $"constant {constant.Name} at {constant.Place.Line}:{constant.Place.Column}");
        }

        foreach (var source in report.Sources)
        {
            Append(output, source);
        }

        Line(output, 1, $"result {Text(report.Result)} at {report.ResultPlace.Line}:{report.ResultPlace.Column}");
    }

    private static string Settings(ParameterDescriptor parameter)
    {
        var plain = new ParameterDescriptor { Name = "" };
        var settings = new (string Name, object? Value, object? Default)[]
        {
            ("type", parameter.Type, plain.Type),
            ("enum", string.Join("|", parameter.Enum), ""),
            ("pattern", parameter.Pattern, null),
            ("format", parameter.Format, null),
            ("minimum", parameter.Minimum, null),
            ("maximum", parameter.Maximum, null),
            ("minLength", parameter.MinLength, plain.MinLength),
            ("maxLength", parameter.MaxLength, plain.MaxLength),
            ("minItems", parameter.MinItems, plain.MinItems),
            ("maxItems", parameter.MaxItems, null),
            ("default", parameter.Default, null),
            ("clock", parameter.ClockDefault is { } clock ? $"{clock.Reading} in {clock.Zone}" : null, null),
            ("required", parameter.Required, false),
            ("description", parameter.Description, null),
            ("example", parameter.Example, null),
            ("claim", parameter.Claim, null),
            ("items", parameter.Items is { } items ? $"({Settings(items)} )" : null, null),
        };
        return string.Concat(settings
            .Where(setting => !Equals(setting.Value, setting.Default))
            .Select(setting => string.Create(CultureInfo.InvariantCulture, $" {setting.Name}={setting.Value}")));
    }

    private static void Append(StringBuilder output, SourceDefinition source)
    {
        Line(output, 1, $"source {source.Name} {Text(source.Work)}");
        foreach (var with in source.With)
        {
            Line(output, 2, $"with {with.Name} = {Text(with.Value)}");
        }

        foreach (var rule in source.On)
        {
            Line(output, 2, $"on {Text(rule.Match)} {rule.Effect}");
        }

        Setting(output, "  select", source.Select?.Expression.Text, null);
        Setting(output, "  check", source.Check?.Expression.Text, null);
        Setting(output, "  optional", source.Optional, false);
        Setting(output, "  within", source.Within, null);
        Setting(output, "  cache", source.Caching, source.Work is SourceWork.HttpCall { Method.Method: "GET" } ? ResourceCaching.Http : ResourceCaching.Off);
        Setting(output, "  tags", string.Join(", ", source.Tags), "");
    }

    private static string Text(SourceWork work) => work switch
    {
        SourceWork.HttpCall call =>
            $"{call.Method} {call.Upstream} {call.Template.Text} at {call.TemplatePlace.Line}:{call.TemplatePlace.Column}"
            + (call.Json is null ? "" : $" json {Text(call.Json)}")
            + (call.Safe ? " safe" : " unsafe"),
        SourceWork.Computed computed => $"value {Text(computed.Value)} at {computed.Place.Line}:{computed.Place.Column}",
        _ => throw new InvalidOperationException($"Unknown work {work}."),
    };

    private static string Text(OnMatch match) => match switch
    {
        OnMatch.Status status => status.Code.ToString(CultureInfo.InvariantCulture),
        OnMatch.StatusClass status => $"{status.Hundreds}xx",
        _ => match.GetType().Name,
    };

    private static string Text(Shape shape) => shape switch
    {
        Shape.Computed computed => $"`{computed.Expression.Text}`",
        Shape.Object members => $"{{{string.Join(", ", members.Members.Select(member => $"{member.Key}: {Text(member.Value)}"))}}}",
        Shape.List list => $"[{string.Join(", ", list.Elements.Select(Text))}]",
        _ => "literal",
    };

    private static void Setting<T>(StringBuilder output, string name, T value, T standard)
    {
        if (!Equals(value, standard))
        {
            Line(output, 1, string.Create(CultureInfo.InvariantCulture, $"{name} {value}"));
        }
    }

    private static void Line(StringBuilder output, int depth, string line) => output.Append(' ', depth * 2).Append(line).Append('\n');
}

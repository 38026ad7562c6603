using System.Collections.Immutable;
using System.Text.Json;
using Aggregator.Identity;

namespace Aggregator.Silo.Nodes;

/// <summary>What a node says once it serves: where, what, and three requests to try.</summary>
internal static class Banner
{
    /// <summary>The banner.</summary>
    /// <param name="addresses">Where HTTP is served.</param>
    /// <param name="reports">The reports.</param>
    /// <param name="folder">Where they come from, for people.</param>
    public static string Of(IEnumerable<string> addresses, IEnumerable<ReportDescriptor> reports, string folder)
    {
        var served = addresses.ToList();
        var all = reports.OrderBy(report => report.Name, StringComparer.Ordinal).ToList();
        var urls = all.Select(Example).OfType<string>().Take(ExampleCount).Select(path => $"\n  curl '{served.FirstOrDefault()}{path}'");
        return $"Aggregator serves {(all.Count == 1 ? "1 report" : $"{all.Count} reports")} of {folder} on {string.Join(", ", served)}. Try:{string.Concat(urls.Prepend($"\n  curl '{served.FirstOrDefault()}/reports'").Take(ExampleCount))}";
    }

    /// <summary>A request with the examples of the definition; null when a required parameter has none, or the report is not for GET.</summary>
    private static string? Example(ReportDescriptor report)
    {
        if (!report.Safe) return null;
        var query = ImmutableArray.CreateBuilder<string>();
        foreach (var parameter in report.Parameters.Where(parameter => parameter.Required))
        {
            if (parameter.Example is null) return null;
            query.AddRange(Values(parameter.Example).Select(value => $"{parameter.Name}={Uri.EscapeDataString(value)}"));
        }

        return $"/reports/{report.Name}" + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }

    private static IEnumerable<string> Values(string json)
    {
        using var example = JsonDocument.Parse(json);
        return example.RootElement.ValueKind == JsonValueKind.Array
            ? [.. example.RootElement.EnumerateArray().Select(element => element.ToString())]
            : [example.RootElement.ToString()];
    }

    private const int ExampleCount = 3;
}

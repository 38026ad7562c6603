using Aggregator.Definitions;
using Aggregator.Identity;
using Aggregator.Planning;
using Aggregator.Silo.Definitions;

namespace Aggregator.Silo.Commands;

/// <summary>Opens a folder of definitions for a command, and says on its error output what stands against it.</summary>
internal static class OpenedFolder
{
    /// <summary>Reads a folder.</summary>
    /// <returns>What it came to; null when it cannot be read.</returns>
    public static FolderReading? Read(string folder, TextWriter errors) => Read(folder, new HostSecrets("", new Dictionary<string, string>()), errors);

    /// <summary>Reads a folder with a host's own secrets.</summary>
    /// <returns>What it came to; null when it cannot be read.</returns>
    public static FolderReading? Read(string folder, ISecretSource secrets, TextWriter errors)
    {
        try
        {
            return FolderReading.Of(folder, secrets);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            errors.WriteLine($"{folder}: {unreadable.Message}");
            return null;
        }
    }

    /// <summary>Finds a report in a folder.</summary>
    /// <returns>Its plan; null when there is none, for a reason that was printed.</returns>
    public static ReportPlan? Find(string folder, string report, TextWriter errors)
    {
        if (Read(folder, errors) is not { } reading) return null;
        if (reading.Plans is not { } plans)
        {
            errors.Write(ProblemText.Render(reading.Problems, reading.Files));
            return null;
        }

        if (plans.Reports.TryGetValue(report, out var plan)) return plan;
        var near = NearNames.Of(report, plans.Reports.Keys);
        errors.WriteLine($"no report `{report}` in {folder}" + (near.Count == 0 ? "" : $"; did you mean {string.Join(" or ", near)}?"));
        return null;
    }

    /// <summary>Binds <c>name=value</c> arguments as a query string would be.</summary>
    /// <returns>The parameters; null when some are wrong, each of which was printed.</returns>
    public static CanonicalParameters? Bind(ReportPlan plan, IReadOnlyList<string> values, TextWriter errors)
    {
        var given = values.Select(value => value.Split('=', 2))
            .GroupBy(pair => pair[0], pair => pair.ElementAtOrDefault(1))
            .Select(group => KeyValuePair.Create<string, IReadOnlyList<string?>>(group.Key, [.. group]));
        var bound = new ParameterBinder(plan.Definition.Parameters).FromQuery(given, TimeProvider.System.GetUtcNow());
        foreach (var problem in bound.Problems) errors.WriteLine($"{problem.Parameter}: {problem.Detail}");
        return bound.Parameters;
    }
}

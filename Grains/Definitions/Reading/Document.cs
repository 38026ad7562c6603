using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>A file by what it is for, told by its top-level keys.</summary>
internal abstract record Document
{
    private const string Expected = "a map with `report` or with `upstreams`";

    private Document()
    {
    }

    /// <summary>A file of upstreams.</summary>
    /// <param name="Members">The upstreams by name.</param>
    public sealed record Upstreams(ImmutableArray<Member> Members) : Document;

    /// <summary>A file that holds a report.</summary>
    /// <param name="Map">The whole file.</param>
    public sealed record Report(MappingNode Map) : Document;

    /// <summary>A file that is neither, which is a problem already.</summary>
    public sealed record Neither : Document;

    /// <summary>Tells what a file is.</summary>
    public static Document Of(Node root, ProblemList problems)
    {
        if (root is not MappingNode map)
        {
            problems.Error(root, Expected);
            return new Neither();
        }

        CheckFormat(map, problems);
        return (Find(map, "upstreams"), Find(map, "report")) switch
        {
            (null, not null) => new Report(map),
            (not null, null) => ReadUpstreams(map, problems),
            (null, null) => RefuseNeither(map, problems),
            (not null, { } report) => RefuseBoth(report, problems),
        };
    }

    private static Upstreams ReadUpstreams(MappingNode map, ProblemList problems)
    {
        var file = new MappingReader(map, "a file of upstreams", problems);
        file.Take("format");
        var members = new ValueReader(problems).Members(file.Take("upstreams"), "a map of upstreams by name")?.Members ?? [];
        file.Close();
        return new(members);
    }

    private static Neither RefuseNeither(MappingNode map, ProblemList problems)
    {
        if (map.Members.FirstOrDefault(member => member.Key != "format") is { } first)
        {
            problems.UnknownName(first.KeyPlace, "key", first.Key, Expected, ["report", "upstreams"]);
        }
        else
        {
            problems.Error(map, Expected);
        }

        return new();
    }

    private static Neither RefuseBoth(Member report, ProblemList problems)
    {
        problems.Error(
            report.KeyPlace, "`report` in a file of upstreams", "upstreams and reports in files of their own, each report in one");
        return new();
    }

    private static void CheckFormat(MappingNode map, ProblemList problems)
    {
        if (Find(map, "format") is { Value: not ScalarNode { Kind: ScalarKind.Number, Text: "1" } and var format })
        {
            problems.Error(format, "1, the one format that this version reads");
        }
    }

    private static Member? Find(MappingNode map, string key) => map.Members.FirstOrDefault(member => member.Key == key);
}

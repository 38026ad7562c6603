using Aggregator.Silo.Commands;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.Commands;

/// <summary><c>check</c> as a person and a program read it.</summary>
public sealed class CheckCommandTests
{
    [Fact]
    public void Problems_of_reading_and_of_planning_stand_in_the_order_of_the_file()
    {
        using var folder = new TemporaryFolder()
            .With("upstreams.yaml", "upstreams:\n  up: { url: http://upstream.test }\n")
            .With("report.yaml", "report: r\nsources:\n  a: { get: \"up:/{nope}\" }\nresult: { b: a, c: 'ok' }\n");
        using var output = new StringWriter();

        Assert.Equal(ExitCode.Problems, CheckCommand.Run(folder.Path, asJson: false, output, TextWriter.Null));

        var places = output.ToString().Split('\n').Where(line => line.StartsWith("report.yaml:", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, places.Count);
        Assert.StartsWith("report.yaml:3:", places[0], StringComparison.Ordinal);
        Assert.All(places[1..], place => Assert.StartsWith("report.yaml:4:", place, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_ends_its_line()
    {
        using var folder = new TemporaryFolder()
            .With("upstreams.yaml", "upstreams:\n  up: { url: http://upstream.test }\n")
            .With("report.yaml", "report: r\nsources:\n  a: { get: \"up:/a\" }\n");
        using var output = new StringWriter();

        Assert.Equal(ExitCode.Success, CheckCommand.Run(folder.Path, asJson: true, output, TextWriter.Null));
        Assert.Equal("[]\n", output.ToString());
    }
}

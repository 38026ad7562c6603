using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads an upstream's URL: scheme, host, port and base path, which no request can change.</summary>
internal static class UpstreamUrl
{
    public const string Expected = "an absolute http or https URL of host and base path";

    /// <summary>Reads a URL; its text may hold secrets and is shown as written only.</summary>
    public static Uri? Read(ScalarNode node, ProblemList problems)
    {
        if (!Uri.TryCreate(node.Text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            problems.Error(node, Expected);
            return null;
        }

        if (Superfluous(node.Text, uri) is { } superfluous)
        {
            problems.Error(node.Place, $"a URL with {superfluous}", Expected);
            return null;
        }

        return new(uri.GetLeftPart(UriPartial.Path).TrimEnd('/'));
    }

    /// <summary>What <see cref="Uri"/> would quietly mend, or a base cannot have.</summary>
    private static string? Superfluous(string text, Uri uri) => text switch
    {
        _ when uri.UserInfo.Length > 0 => "a user name or password",
        _ when text.Contains('?') => "a query",
        _ when text.Contains('#') => "a fragment",
        _ when text.Any(c => char.IsWhiteSpace(c) || c is '\\') => "white space or a backslash",
        _ when text.Split('/').Any(segment => segment is "." or "..") => "a `.` or `..` segment",
        _ when uri.AbsolutePath.Contains("//", StringComparison.Ordinal) => "an empty path segment",
        _ => null,
    };
}

using Aggregator.HttpCaching;

namespace Aggregator.Resources;

/// <summary>What a stored response takes of memory beside its body.</summary>
internal static class ResponseSize
{
    /// <summary>Its bytes: the header section, what Vary selected, and the objects around them.</summary>
    public static long Of(StoredResponse stored)
    {
        long bytes = Objects + 2L * stored.Uri.OriginalString.Length;
        foreach (var line in stored.Head.Fields) bytes += Line + 2L * (line.Name.Length + line.Value.Length);
        foreach (var field in stored.Selecting) bytes += Line + 2L * (field.Name.Length + (field.Value?.Length ?? 0));
        return bytes;
    }

    /// <summary>The response, its head with directives, its URI, key, dictionary entries and arrays.</summary>
    private const long Objects = 1000;

    /// <summary>Two strings' headers and the two references to them.</summary>
    private const long Line = 60;
}

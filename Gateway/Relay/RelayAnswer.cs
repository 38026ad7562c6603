using System.Buffers;
using System.Globalization;
using Aggregator.Resources;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Relay;

/// <summary>Writes an upstream's answer as the upstream gave it: status, fields line by line, body.</summary>
internal static class RelayAnswer
{
    /// <summary>Writes an answer in place of whatever stood there so far: nothing of ours is mixed in.</summary>
    public static async Task WriteAsync(HttpContext context, ResourceAnswer answer)
    {
        var response = context.Response;
        response.Headers.Clear();
        response.StatusCode = answer.Status;
        foreach (var line in answer.Headers)
        {
            if (!line.Name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase))
                response.Headers[line.Name] = StringValues.Concat(response.Headers[line.Name], Printable(line.Value));
        }

        var hasBody = !HttpMethods.IsHead(context.Request.Method) && MayHaveBody(answer.Status);
        response.ContentLength = hasBody ? answer.Body.Length : AnnouncedLength(answer);

        // Begun here, also where no body follows: an answer without one is the upstream's, and not a problem of ours still to be told.
        await response.StartAsync(context.RequestAborted);
        if (hasBody)
            await response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static bool MayHaveBody(int status) =>
        status is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified);

    /// <summary>The length that the body would have, which HEAD and 304 tell (RFC 9110 §8.6) and a 204 must not.</summary>
    private static long? AnnouncedLength(ResourceAnswer answer)
    {
        if (answer.Status == StatusCodes.Status204NoContent)
            return null;
        foreach (var line in answer.Headers)
        {
            if (line.Name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase)
                && long.TryParse(line.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                return length;
            }
        }

        return null;
    }

    /// <summary>Control characters become spaces (RFC 9110 §5.5): they mean nothing, and some servers take them for the end of a line.</summary>
    private static string Printable(string value) =>
        !value.AsSpan().ContainsAny(Controls) ? value : string.Create(value.Length, value, static (output, from) =>
        {
            from.CopyTo(output);
            output.ReplaceAny(Controls, ' ');
        });

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(code => code != '\t').Append(0x7F).Select(code => (char)code)]);
}

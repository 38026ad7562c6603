using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Aggregator.Gateway.Answers;

namespace Aggregator.Gateway.Problems;

/// <summary>Writes a problem as an answer: <c>application/problem+json</c> (RFC 9457).</summary>
internal static class ProblemAnswer
{
    /// <summary>Writes a problem, in place of whatever stood in the answer so far.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Kind.Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in problem.Headers)
            response.Headers[name] = value;
        return BodyAnswer.WriteAsync(context, Write(problem, TraceId()));
    }

    private static byte[] Write(Problem problem, string traceId)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonStyle.Writer);
        json.WriteStartObject();
        json.WriteString("type"u8, problem.Kind.Type);
        json.WriteString("title"u8, problem.Kind.Title);
        json.WriteNumber("status"u8, problem.Kind.Status);
        json.WriteString("detail"u8, problem.Detail);
        json.WriteString("traceId"u8, traceId);
        WriteParameters(json, problem);
        WriteSources(json, problem);
        WriteNames(json, "near"u8, problem.Near);
        WriteNames(json, "available"u8, problem.Available);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteParameters(Utf8JsonWriter json, Problem problem)
    {
        if (problem.Parameters.IsDefaultOrEmpty)
            return;
        json.WriteStartArray("parameters"u8);
        foreach (var parameter in problem.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, parameter.Parameter);
            json.WriteString("detail"u8, parameter.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSources(Utf8JsonWriter json, Problem problem)
    {
        if (problem.Sources.IsDefaultOrEmpty)
            return;
        json.WriteStartArray("sources"u8);
        foreach (var source in problem.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, source.Name);
            json.WriteString("state"u8, Provenance.NameOf(source.State));
            json.WriteString("error"u8, source.Error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, ReadOnlySpan<byte> member, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
            return;
        json.WriteStartArray(member);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static string TraceId() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
}

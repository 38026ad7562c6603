using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Aggregator.Reports;

namespace Aggregator.Gateway.Tests.Reports;

public sealed class RequestTests
{
    [Theory]
    [InlineData("/reports/customer-overview?id=7&tags=a&tags=b%20c&note=x+y", """{"id":7,"note":"x y","tags":["a","b c"]}""")]
    [InlineData("/customers/7/overview", """{"id":7,"note":null,"tags":null}""")]
    [InlineData("/customers/%37/overview?note=%C4%8D", """{"id":7,"note":"č","tags":null}""")]
    [InlineData("/reports/customer-overview/?id=7", """{"id":7,"note":null,"tags":null}""")]
    public async Task Get_BindsPathAndQuery(string path, string parameters)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(parameters, Encoding.UTF8.GetString(gateway.Grains.LastRequest.Parameters.Utf8));
    }

    [Theory]
    [InlineData("?id=0", "id")]
    [InlineData("", "id")]
    [InlineData("?id=1&id=2", "id")]
    [InlineData("?id=x&nite=1&_history=1", "id nite _history")]
    public async Task Get_BadParameters_AreToldAllAtOnce(string query, string names)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync("/reports/customer-overview" + query);

        var problem = await response.JsonAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("urn:aggregator:problem:bad-parameter", problem.GetProperty("type").GetString());
        var told = problem.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString());
        Assert.Equal(names.Split(' ').Order(), told.Order());
        Assert.Empty(gateway.Grains.Asked);
    }

    [Fact]
    public async Task Get_UndeclaredParameter_IsToldTheNearOne()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync("/reports/customer-overview?id=1&nite=x");

        var parameter = (await response.JsonAsync()).GetProperty("parameters")[0];
        Assert.Contains("'note'", parameter.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NameInPathAndQuery_IsGivenTwice()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync("/customers/7/overview?id=7");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/reports/customer-overview?id=%zz", " 400 ")]
    [InlineData("/reports/customer-overview?id=%FF", " 400 ")]
    [InlineData("/reports/customer-overview?=1", " 400 ")]
    [InlineData("/customers/a%2Fb/overview", " 400 ")]
    [InlineData("/customers/../overview", " 404 ")]
    [InlineData("/customers/%FF/overview", " 404 ")]
    [InlineData("/customers/7/overview", " 200 ")]
    [InlineData("http://elsewhere.example/customers/7/overview?note=x", " 200 ")]
    public async Task Get_TargetAsSent_IsReadStrictly(string target, string status)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        // RFC 9112 §3.2.2: an absolute target needs the Host of its own authority.
        var address = target.StartsWith("http", StringComparison.Ordinal) ? new Uri($"http://{gateway.Address.Authority}") : gateway.Address;
        var answer = await RawHttp.GetAsync(address, target.Replace("elsewhere.example", gateway.Address.Authority, StringComparison.Ordinal));

        Assert.StartsWith("HTTP/1.1" + status, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reports/customer-overview", """{"id":7,"tags":["a"]}""", """{"id":7,"note":null,"tags":["a"]}""")]
    [InlineData("/customers/7/overview", """{"note":"x"}""", """{"id":7,"note":"x","tags":null}""")]
    public async Task Post_BindsTheBody(string path, string body, string parameters)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await PostAsync(gateway, path, body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(parameters, Encoding.UTF8.GetString(gateway.Grains.LastRequest.Parameters.Utf8));
    }

    [Fact]
    public async Task Post_WithoutABody_GivesNoParameters()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.SendAsync(HttpMethod.Post, "/customers/7/overview");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":7,"id":7}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":7}""", "application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("""{"id":7}""", "application/json; charset=latin1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("id=7", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("""{"id":7}""", null, HttpStatusCode.UnsupportedMediaType)]
    public async Task Post_BodyThatIsNoJsonObject_IsRefused(string body, string? contentType, HttpStatusCode status)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await PostAsync(gateway, "/reports/customer-overview", body, contentType);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("{", "found a fault in line 1 at byte 2")]
    [InlineData("[]", "found a list")]
    public async Task Post_BodyThatIsNoJsonObject_BlamesTheBodyAndNoParameter(string body, string found)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await PostAsync(gateway, "/reports/customer-overview", body, "application/json");

        var problem = await response.JsonAsync();
        Assert.Equal("urn:aggregator:problem:bad-request", problem.GetProperty("type").GetString());
        Assert.Contains(found, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False(problem.TryGetProperty("parameters", out _));
    }

    [Fact]
    public async Task Post_CodedBody_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await gateway.Client.PostAsync("/reports/customer-overview", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("identity", response.Header("Accept-Encoding"));
    }

    [Fact]
    public async Task Post_ParametersInTheQuery_AreRefused()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await PostAsync(gateway, "/reports/customer-overview?id=7", """{"id":7}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("id", (await response.JsonAsync()).GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyTooLarge_Is413(bool chunked)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/reports/customer-overview")
        {
            Content = new StringContent(new string(' ', 1024 * 1024 + 1), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;

        using var response = await gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("urn:aggregator:problem:body-too-large", (await response.JsonAsync()).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("/reports/customer-overview", "DELETE", "GET, HEAD, POST")]
    [InlineData("/reports/place-order?id=1", "GET", "POST")]
    [InlineData("/orders/1", "GET", "POST")]
    [InlineData("/orders/1", "HEAD", "POST")]
    [InlineData("/reports", "POST", "GET, HEAD")]
    [InlineData("/health/live", "PUT", "GET, HEAD")]
    public async Task OtherMethods_Are405_WithAllow(string path, string method, string allow)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer, Examples.Order);

        using var response = await gateway.SendAsync(new(method), path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allow, response.Header("Allow"));
        Assert.Equal("application/problem+json", response.Header("Content-Type"));
    }

    [Fact]
    public async Task UnsafeReport_EachPost_HasAGrainOfItsOwn()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Order);

        using var first = await PostAsync(gateway, "/orders/1", "{}");
        using var second = await PostAsync(gateway, "/orders/1", "{}");

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal("no-store", second.Header("Cache-Control"));
        Assert.Equal(2, gateway.Grains.Asked.Select(asked => asked.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("Accept", "text/html")]
    [InlineData("Accept", "text/event-stream")]
    [InlineData("Accept", "text/csv")]
    [InlineData("Accept-Encoding", "identity;q=0")]
    public async Task NothingAcceptable_Is406_WithWhatThereIs(string header, string value)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync("/reports/customer-overview?id=7", (header, value));

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.NotEqual(0, (await response.JsonAsync()).GetProperty("available").GetArrayLength());
    }

    [Fact]
    public async Task Disconnect_TellsTheGrain()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.Grains.Answer = async (_, cancelled) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancelled);
            return ReportAnswer.Of(Examples.Document());
        };
        using var client = new CancellationTokenSource();

        var request = gateway.Client.GetAsync("/reports/customer-overview?id=7", client.Token);
        await asked.Task;
        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Equal(gateway.Grains.LastRequest.Waiter, await gateway.Grains.Left.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static async Task<HttpResponseMessage> PostAsync(TestGateway gateway, string path, string body, string? contentType = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return await gateway.Client.PostAsync(path, content);
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Holds every answer that a test sees against the served contract: an operation that answers what it does not list fails the test that met it.</summary>
internal sealed class ContractCheck() : DelegatingHandler(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseCookies = false })
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private List<Operation>? operations;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (!path.StartsWith("/api/", StringComparison.Ordinal))
            return answer;
        var method = request.Method == HttpMethod.Head ? HttpMethod.Get : request.Method;
        var operation = (await OperationsAsync(request.RequestUri, cancellationToken)).Find(o =>
            o.Method == method && o.Path.IsMatch(path)
        );
        if (operation is not null && !operation.Statuses.Contains((int)answer.StatusCode))
        {
            throw new InvalidOperationException(
                $"{operation.Id} answered {(int)answer.StatusCode}, which the contract does not list: {await answer.Content.ReadAsStringAsync(cancellationToken)}"
            );
        }
        if (operation is not null)
            await CheckCodeAsync(operation, answer, cancellationToken);
        return answer;
    }

    /// <summary>A refusal carries a code that the operation lists for its status.</summary>
    private static async Task CheckCodeAsync(Operation operation, HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return;
        await answer.Content.LoadIntoBufferAsync(ct);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
        if (
            problem.RootElement.TryGetProperty("code", out var code)
            && code.GetString() != "request.no-such-route" // a path that no operation has
            && !code.GetString()!.StartsWith("test.", StringComparison.Ordinal) // planted by a test
            && !operation.Codes.Contains(((int)answer.StatusCode, code.GetString()!))
        )
            throw new InvalidOperationException(
                $"{operation.Id} refused with {(int)answer.StatusCode} {code.GetString()}, which the contract does not list for it."
            );
    }

    protected override void Dispose(bool disposing)
    {
        reading.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>None where the document is not open to everybody.</summary>
    private async Task<List<Operation>> OperationsAsync(Uri address, CancellationToken ct)
    {
        await reading.WaitAsync(ct);
        try
        {
            return operations ??= await ReadAsync(new(address, "/openapi/v1.json"), ct);
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<List<Operation>> ReadAsync(Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await base.SendAsync(request, ct);
        if (!answer.IsSuccessStatusCode)
            return [];
        using var document = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), default, ct);
        return
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            orderby path.Name.Count(c => c == '{') // a literal path before one with an id
            select new Operation(
                operation.Value.GetProperty("operationId").GetString()!,
                HttpMethod.Parse(operation.Name),
                new($"^{Regex.Replace(path.Name, @"\{[^}]+\}", "[^/]+")}/?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
                [.. Responses(operation.Value).Select(r => r.Status)],
                [.. Responses(operation.Value).SelectMany(r => CodesOf(r.Response).Select(code => (r.Status, code)))]
            ),
        ];
    }

    private static IEnumerable<(int Status, JsonElement Response)> Responses(JsonElement operation) =>
        operation.GetProperty("responses").EnumerateObject().Select(r => (int.Parse(r.Name, CultureInfo.InvariantCulture), r.Value));

    private static IEnumerable<string> CodesOf(JsonElement response) =>
        response.TryGetProperty("x-codes", out var codes) ? codes.EnumerateArray().Select(c => c.GetString()!) : [];

    private sealed record Operation(
        string Id,
        HttpMethod Method,
        Regex Path,
        HashSet<int> Statuses,
        HashSet<(int Status, string Code)> Codes
    );
}

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
        return answer;
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
                [.. operation.Value.GetProperty("responses").EnumerateObject().Select(r => int.Parse(r.Name, CultureInfo.InvariantCulture))]
            ),
        ];
    }

    private sealed record Operation(string Id, HttpMethod Method, Regex Path, HashSet<int> Statuses);
}

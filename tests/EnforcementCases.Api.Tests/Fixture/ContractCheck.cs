using System.Text.Json;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Holds every answer that a test sees against the served contract: an operation that answers what it does not list fails the test that met it.</summary>
/// <remarks>The contract is that of the program, whatever its settings: it is read from the first server that shows it to everybody. Writing it costs a server seconds.</remarks>
internal sealed class ContractCheck() : DelegatingHandler(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseCookies = false })
{
    private static readonly SemaphoreSlim Reading = new(1, 1);
    private static Contract? contract;
    private bool asked;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (!path.StartsWith("/api/", StringComparison.Ordinal))
            return answer;
        var method = request.Method == HttpMethod.Head ? HttpMethod.Get : request.Method;
        var operation = (await ContractAsync(request.RequestUri, cancellationToken))?.Find(method, path);
        if (operation is not null && !operation.Statuses.Contains((int)answer.StatusCode))
        {
            throw new InvalidOperationException(
                $"{operation.Id} answered {(int)answer.StatusCode}, which the contract does not list: {await answer.Content.ReadAsStringAsync(cancellationToken)}"
            );
        }
        if (operation is not null && ExampleRecorder.IsOn)
            await ExampleRecorder.KeepAsync(operation.Id, request, answer, cancellationToken);
        return answer;
    }

    /// <summary>None while no server has shown it: where the document is not open to everybody.</summary>
    private async Task<Contract?> ContractAsync(Uri address, CancellationToken ct)
    {
        if (contract is not null || asked)
            return contract;
        await Reading.WaitAsync(ct);
        try
        {
            asked = true;
            return contract ??= await ReadAsync(new(address, "/openapi/v1.json"), ct);
        }
        finally
        {
            Reading.Release();
        }
    }

    private async Task<Contract?> ReadAsync(Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await base.SendAsync(request, ct);
        if (!answer.IsSuccessStatusCode)
            return null;
        using var document = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), default, ct);
        return Contract.Of(document.RootElement.Clone());
    }
}

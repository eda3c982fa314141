using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>Every body and every answer of the contract has an example that fits; the running program reads each body.</summary>
public sealed class ExampleTests(ApiFixture api)
{
    /// <summary>Bodies that name what only another system can make: the bank signs its report, an authority its answer.</summary>
    private static readonly HashSet<string> FromOutside = new(StringComparer.Ordinal)
    {
        "ReceivePayment",
        "SignInExternally",
        "StartExternalSignIn",
    };

    [Fact]
    public async Task Every_body_and_every_answer_has_an_example_that_fits_its_schema()
    {
        var document = (await api.Anonymous.GetJson("/openapi/v1.json")).Body;
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (id, where, content) in Contents(document))
        {
            if (!content.TryGetProperty("example", out var example))
                missing.Add($"{id} {where}");
            else
                faults.AddRange(SchemaCheck.Faults(example, content.GetProperty("schema"), document).Select(f => $"{id} {where} {f}"));
        }

        faults.ShouldBeEmpty();
        missing.ShouldBe(WithoutExample.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_running_program_reads_every_body_of_an_example()
    {
        var document = (await api.Anonymous.GetJson("/openapi/v1.json")).Body;
        var contract = Contract.Of(document);
        var roles = await EveryRole.InAsync(api);
        var faults = new List<string>();
        var sent = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var id = operation.Value.GetProperty("operationId").GetString()!;
                if (TheProgram.Examples.BodyOf(id) is not { } body || FromOutside.Contains(id))
                    continue;
                sent++;
                var answer = await roles
                    .For(contract.Find(new(operation.Name.ToUpperInvariant()), AddressOf(path.Name))!)
                    .Send(new(operation.Name.ToUpperInvariant()), AddressOf(path.Name), body, ifMatch: $"\"{Guid.Empty:N}.0\"");
                if (answer.Status is 400 or 415 or >= 500)
                    faults.Add($"{id}: {answer.Status} {answer.Body}");
            }
        }

        sent.ShouldBeGreaterThan(100);
        faults.ShouldBeEmpty();
    }

    /// <summary>What no test has played yet, or only with more than is fit to be shown.</summary>
    private static readonly string[] WithoutExample =
    [
        "CompareYears 200",
        "EnterAppeal 200",
        "EnterAppeal request",
        "ExcludeEvidence 200",
        "ExcludeEvidence request",
        "ExportCatalogue 200",
        "JudgeFile 200",
        "JudgeFile request",
        "ListAccounts 200",
        "ListPublicDraws 200",
        "ReadBankStatement 200",
        "ReadRates 200",
    ];

    /// <summary>Ids that nothing has: what the body names is not looked up, and nothing is changed.</summary>
    private static string AddressOf(string template) =>
        string.Join(
            '/',
            template
                .Split('/')
                .Select(part =>
                    part switch
                    {
                        "{year}" => "2024",
                        "{month}" => "2024-01",
                        "{key}" => "patrols",
                        _ when part.StartsWith('{') => Guid.Empty.ToString(),
                        _ => part,
                    }
                )
        );

    private static IEnumerable<(string Id, string Where, JsonElement Content)> Contents(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        let id = operation.Value.GetProperty("operationId").GetString()!
        from place in Bodies(operation.Value)
        select (id, place.Where, place.Content);

    private static IEnumerable<(string Where, JsonElement Content)> Bodies(JsonElement operation)
    {
        if (operation.TryGetProperty("requestBody", out var request) && Json(request) is { } body)
            yield return ("request", body);
        foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] == '2'))
        {
            if (Json(response.Value) is { } answer)
                yield return (response.Name, answer);
        }
    }

    private static JsonElement? Json(JsonElement holder) =>
        holder.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var json) ? json : null;
}

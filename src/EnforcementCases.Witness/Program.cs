using System.Text;
using EnforcementCases.Transparency;
using EnforcementCases.Witness;

// The witness of a second organisation: cosigns every checkpoint of one log that extends the last one it has seen.
// --Witness:Directory DIR (its key and memory) --Witness:Name NAME (of its key) --Witness:Log FILE (trust file of the log) --urls http://…
var builder = WebApplication.CreateBuilder(args);
var directory = builder.Configuration["Witness:Directory"] ?? "witness";
var name = builder.Configuration["Witness:Name"] ?? "witness";
var log = TrustFile.Read(await File.ReadAllTextAsync(builder.Configuration["Witness:Log"] ?? "log.json"));
var state = new WitnessState(directory);
using var signer = state.Signer(name);
using (var key = signer.Verifier())
    Console.WriteLine(key.Text); // goes into the trust files of others, compared by another way
var cosigning = new Cosigning(log, signer, state, TimeProvider.System);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024);

await using var app = builder.Build();
app.MapPost(
    "/add-checkpoint",
    async (HttpRequest request, CancellationToken ct) =>
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var answer = cosigning.Answer(await reader.ReadToEndAsync(ct));
        return Results.Text(answer.Body, answer.Status == 409 ? WitnessAnswer.SizeType : "text/plain", Encoding.UTF8, answer.Status);
    }
);
app.MapGet("/checkpoint", () => state.Last is { } last ? Results.Text(last.Write(), "text/plain", Encoding.UTF8) : Results.NotFound());
await app.RunAsync();

using EnforcementCases.Api.Access;
using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Api.Access.Sessions;
using EnforcementCases.Api.Cases;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Cases.Corrections;
using EnforcementCases.Api.Cases.Deadlines;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Cases.Parties;
using EnforcementCases.Api.Cases.Procedures;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Discretion;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Fines;
using EnforcementCases.Api.Fines.Cash;
using EnforcementCases.Api.Infrastructure;
using EnforcementCases.Api.Infrastructure.Health;
using EnforcementCases.Api.Infrastructure.Keys;
using EnforcementCases.Api.Infrastructure.Logging;
using EnforcementCases.Api.Infrastructure.OpenApi;
using EnforcementCases.Api.Infrastructure.Operations;
using EnforcementCases.Api.Infrastructure.Pipeline;
using EnforcementCases.Api.Infrastructure.Projections;
using EnforcementCases.Api.Infrastructure.Telemetry;
using EnforcementCases.Api.Infrastructure.Web;
using EnforcementCases.Api.Jobs;
using EnforcementCases.Api.LegalReview;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Api.Recording;
using EnforcementCases.Api.Statistics;
using EnforcementCases.Persistence.Databases;

if (OperatorCommands.IsOne(args))
    return await OperatorCommands.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);

var builder = WebApplication.CreateBuilder(args);
var installation = Installation.From(builder.Configuration);

builder.Logging.WriteJson();
builder.Services.AddOrderlyStop();
builder.Services.AddTelemetry(builder.Configuration, installation);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(installation);
builder.Services.AddSingleton(new KeyRing(builder.Configuration, installation.KeyDirectory));
builder.Services.AddSingleton<PersonalDataVault>();
builder.Services.AddScoped<Resealing>();
builder.Services.AddSingleton(provider => new SequenceSource(provider.GetRequiredService<TimeProvider>(), installation.Node));
builder.Services.AddDatabase(installation.Provider, installation.ConnectionString);
builder.Services.AddPipeline();
builder.Services.AddCatalogue();
builder.Services.AddPersonnel();
builder.Services.AddWebContract(builder.Configuration);
builder.Services.AddOpenApi();
builder.Services.AddHealth();
builder.Services.AddProjections();
builder.Services.AddAccess(builder.Configuration);
builder.Services.AddDocuments(installation);
builder.Services.AddCases();
builder.Services.AddCaseActs();
builder.Services.AddOrdinaryProcedure();
builder.Services.AddLegalReview();
builder.Services.AddDiscretion();
builder.Services.AddFines();
builder.Services.AddStatistics();
builder.Services.AddJobs(builder.Configuration, installation);

await using var app = builder.Build();

app.UseWebContract();
app.UseCaller();
app.UseOpenApi(installation);

var api = app.MapGroup("/api/v1").AddEndpointFilter<AnswerHeaders>().AddEndpointFilter<RequestShape>();
app.MapHealth();
api.MapSession();
api.MapAdministration();
api.MapCases();
api.MapDocuments();
api.MapCatalogue();
api.MapCaseActs();
api.MapOrdinaryProcedure();
api.MapProcedures();
api.MapLegalReview();
api.MapCorrectionOrders();
api.MapDeadlines();
api.MapParties();
api.MapDiscretion();
api.MapFines();
api.MapCash();
api.MapDocumentNumbers();
api.MapPersonnel();
api.MapRecording();
api.MapStatistics();
api.MapJobs();

try
{
    await app.StartupAsync();
}
catch (RefusedOperationException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return refused.ExitCode;
}
await app.RunAsync();
return ExitCodes.Done;

/// <summary>The program.</summary>
public partial class Program;

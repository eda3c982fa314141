using EnforcementCases.Api;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Access.Pages;
using EnforcementCases.Api.Cases;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Discretion;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Evidence;
using EnforcementCases.Api.Fines;
using EnforcementCases.Api.Inspections;
using EnforcementCases.Api.Jobs;
using EnforcementCases.Api.LegalReview;
using EnforcementCases.Api.Parties;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Api.Publicity;
using EnforcementCases.Api.Recording;
using EnforcementCases.Api.Recordings;
using EnforcementCases.Api.Statistics;
using EnforcementCases.Api.Supervision;
using EnforcementCases.Api.Webhooks;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Health;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Logging;
using EnforcementCases.Platform.OpenApi;
using EnforcementCases.Platform.Operations;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Projections;
using EnforcementCases.Platform.Telemetry;
using EnforcementCases.Platform.Web;
using EnforcementCases.Site;

ProgramCulture.Set();
if (OperatorCommands.IsOne(args))
    return await OperatorCommands.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
OwnerOnly.Set(); // a command leaves the mode of folders that another account has to reach to its operator

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
builder.Services.AddPipeline(Capabilities.Assemblies);
builder.Services.AddWebContract(builder.Configuration);
builder.Services.AddOpenApi();
builder.Services.AddHealth();
builder.Services.AddProjections();

builder.Services.AddParties();
builder.Services.AddAccess(builder.Configuration);
builder.Services.AddPersonnel();
builder.Services.AddRecording(builder.Configuration);
builder.Services.AddDocuments(installation);
builder.Services.AddCatalogue();
builder.Services.AddDiscretion();
builder.Services.AddLegalReview();
builder.Services.AddCases();
builder.Services.AddFines();
builder.Services.AddEvidence(builder.Configuration);
builder.Services.AddRecordings();
builder.Services.AddPublicity();
builder.Services.AddSupervision();
builder.Services.AddInspections();
builder.Services.AddStatistics();
builder.Services.AddWebhooks(builder.Configuration);
builder.Services.AddSite();
builder.Services.AddScoped<IPublicRegister, PublicRegister>();
builder.Services.AddJobs(builder.Configuration, installation); // after all capabilities that register jobs

await using var app = builder.Build();

app.UseWebContract();
app.UseCaller();
app.UseOpenApi(installation);
app.UseJobDashboard();
app.MapSignInPages();
app.MapPublicPages();

var api = app.MapGroup("/api/v1").AddEndpointFilter<AnswerHeaders>().AddEndpointFilter<RequestShape>().AddEndpointFilter<EndOfCalendar>();
app.MapHealth();
api.MapParties();
api.MapAccess();
api.MapPersonnel();
api.MapRecording();
api.MapDocuments();
api.MapCatalogue();
api.MapDiscretion();
api.MapLegalReview();
api.MapCases();
api.MapFines();
api.MapEvidence();
api.MapRecordings();
api.MapPublicity();
api.MapSupervision();
api.MapInspections();
api.MapStatistics();
api.MapWebhooks();
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

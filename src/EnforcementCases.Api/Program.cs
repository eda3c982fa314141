var builder = WebApplication.CreateBuilder(args);
await using var app = builder.Build();
await app.RunAsync();

/// <summary>The program.</summary>
public partial class Program;

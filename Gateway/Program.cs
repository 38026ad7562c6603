using Aggregator.Gateway;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Cluster;
using Aggregator.Gateway.Health;

if (GatewayProcess.Prepare(args, Console.Error) is not { } builder)
    return GatewayProcess.BadSettings;

if (!GatewayProcess.CanListen(builder.Configuration, Console.Error))
    return GatewayProcess.CannotListen;

builder.Services.AddSingleton(ClusterSettings.Read(builder.Configuration));
builder.Services.AddSingleton<PublishedCatalogue>();
builder.Services.AddSingleton<ICatalogueSource>(services => services.GetRequiredService<PublishedCatalogue>());
builder.Services.AddSingleton<CatalogueFollower>();
builder.Services.AddSingleton<IClusterLink>(services => services.GetRequiredService<CatalogueFollower>());
builder.Services.AddSingleton<ClusterConnection>();
builder.Services.AddSingleton<ICatalogGrains>(services => services.GetRequiredService<ClusterConnection>());
builder.Services.AddSingleton<IReportGrains>(services => services.GetRequiredService<ClusterConnection>());
builder.Services.AddSingleton<IResourceShards>(services => services.GetRequiredService<ClusterConnection>());
builder.Services.AddHostedService(services => services.GetRequiredService<ClusterConnection>());
builder.Services.AddAggregatorGateway();

await using var app = builder.Build();
app.UseAggregatorGateway();
return await GatewayProcess.RunAsync(app, addresses => $"Aggregator gateway on {string.Join(", ", addresses)}", Console.Out, Console.Error);

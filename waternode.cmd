@echo off
rem The launcher for Windows: builds what it needs on first use, then runs the program.
setlocal
set "ROOT=%~dp0"
set "PROGRAM=%ROOT%gateway\WaterNode.Cli\bin\Release\net10.0\waternode.dll"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
where dotnet >nul 2>nul
if errorlevel 1 (
  echo waternode: the .NET SDK was not found. WaterNode needs the .NET 10 SDK; install it and try again. 1>&2
  exit /b 1
)
if /i "%~1"=="test" (
  if not "%~2"=="" if /i not "%~2"=="--all" (
    echo waternode: unrecognised option '%~2' for test; test takes --all only. 1>&2
    exit /b 2
  )
  dotnet test "%ROOT%WaterNode.sln" -c Release -nologo
  exit /b
)
rem MSBuild itself sees in a second or two whether anything changed.
dotnet build "%ROOT%gateway\WaterNode.Cli" -c Release -v quiet -nologo 1>&2
if errorlevel 1 exit /b 1
dotnet "%PROGRAM%" %*
exit /b

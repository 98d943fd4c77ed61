# cardgen in a container: docker build -t cardgen . && docker run --rm -v "$PWD":/work cardgen handout
FROM python:3.12-slim AS build
WORKDIR /src
COPY requirements.lock ./
RUN python -m venv /opt/cardgen \
 && /opt/cardgen/bin/python -m pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN /opt/cardgen/bin/python -m pip install --no-cache-dir --no-deps .

FROM python:3.12-slim
COPY --from=build /opt/cardgen /opt/cardgen
# Nothing is kept between runs, and nobody's home is needed.
ENV PATH=/opt/cardgen/bin:$PATH HOME=/tmp CARDGEN_CACHE=off
WORKDIR /work
USER 1000:1000
ENTRYPOINT ["cardgen"]
CMD ["--help"]
